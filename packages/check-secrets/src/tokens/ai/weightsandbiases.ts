import type { Provider } from "../../token-kind.ts";

/** Tokens of Weights & Biases. */
export const weightsandbiases: Provider = {
  name: "Weights & Biases",
  documentation: "https://docs.wandb.ai/support/find_api_key/",
  kinds: [
    {
      kind: "weights-and-biases-api-key",
      title: "Weights & Biases and biases API key",
      pattern: "[a-f0-9]{40}",
      names: ["wandb", "weightsandbiases"],
      ignoreCase: true,
      proof: "context",
      match: ["WANDB_API_KEY=«»", 'wandb_api_key: "«»"'],
      noMatch: ['colour = "«»"', "WANDB_API_KEY=«masked»"],
    },
    {
      kind: "weights-and-biases-api-key-v1",
      title: "Weights & Biases and biases API key",
      pattern: "wandb_v1_[A-Za-z0-9_]{77}",
      ignoreCase: true,
      proof: "structure",
      match: ["WEIGHTS_BIASES_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

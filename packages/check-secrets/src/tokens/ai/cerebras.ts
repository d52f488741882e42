import type { Provider } from "../../token-kind.ts";

/** Tokens of Cerebras. */
export const cerebras: Provider = {
  name: "Cerebras",
  documentation: "https://inference-docs.cerebras.ai/quickstart",
  kinds: [
    {
      kind: "cerebras-api-key",
      title: "Cerebras API key",
      pattern: "csk-[a-z0-9]{48}",
      ignoreCase: true,
      proof: "entropy",
      match: ["CEREBRAS_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

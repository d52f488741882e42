import type { Provider } from "../../token-kind.ts";

/** Tokens of Together AI. */
export const togetherai: Provider = {
  name: "Together AI",
  documentation: "https://docs.together.ai/docs/quickstart",
  kinds: [
    {
      kind: "togetherai-api-key",
      title: "Together AI API key",
      pattern: "tgp_v1_[A-Za-z0-9_-]{43}",
      ignoreCase: true,
      proof: "structure",
      match: ["TOGETHER_AI_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of xAI. */
export const xai: Provider = {
  name: "xAI",
  documentation: "https://docs.x.ai/docs/overview",
  kinds: [
    {
      kind: "xai-api-key",
      title: "xAI API key",
      pattern: "xai-[A-Za-z0-9_-]{70,120}",
      ignoreCase: true,
      proof: "entropy",
      match: ["XAI_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

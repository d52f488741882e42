import type { Provider } from "../../token-kind.ts";

/** Tokens of Jina AI. */
export const jina: Provider = {
  name: "Jina AI",
  documentation: "https://jina.ai/api-dashboard/",
  kinds: [
    {
      kind: "jina-api-key",
      title: "Jina AI API key",
      pattern: "jina_[A-Za-z0-9_-]{60}",
      proof: "entropy",
      match: ["JINA_AI_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

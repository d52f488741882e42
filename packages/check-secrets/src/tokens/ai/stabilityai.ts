import type { Provider } from "../../token-kind.ts";

/** Tokens of Stability AI. */
export const stabilityai: Provider = {
  name: "Stability AI",
  documentation: "https://platform.stability.ai/docs/api-reference",
  kinds: [
    {
      kind: "stability-ai-api-key",
      title: "Stability AI API key",
      pattern: "sk-[A-Za-z0-9]{48}",
      names: ["stability"],
      ignoreCase: true,
      proof: "context",
      match: ["STABILITY_API_KEY=«»", 'stability_api_key: "«»"'],
      noMatch: ['colour = "«»"', "STABILITY_API_KEY=«masked»"],
    },
  ],
};

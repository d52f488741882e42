import type { Provider } from "../../token-kind.ts";

/** Tokens of Moonshot AI. */
export const kimi: Provider = {
  name: "Moonshot AI",
  documentation: "https://platform.moonshot.ai/docs/overview",
  kinds: [
    {
      kind: "kimi-api-key",
      title: "Moonshot AI kimi API key",
      pattern: "sk-[A-Za-z0-9_-]{48}",
      names: ["kimi", "moonshot"],
      ignoreCase: true,
      proof: "context",
      match: ["KIMI_API_KEY=«»", 'kimi_api_key: "«»"'],
      noMatch: ['colour = "«»"', "KIMI_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Private AI. */
export const privateai: Provider = {
  name: "Private AI",
  documentation: "https://docs.private-ai.com/",
  kinds: [
    {
      kind: "privateai-api-key",
      title: "Private AI API key",
      pattern: "[a-z0-9]{32}",
      names: ["privateai", "private_ai", "private-ai"],
      proof: "context",
      match: ["PRIVATEAI_API_KEY=«»", 'privateai_api_key: "«»"'],
      noMatch: ['colour = "«»"', "PRIVATEAI_API_KEY=«masked»"],
    },
  ],
};

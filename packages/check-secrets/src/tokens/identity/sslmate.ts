import type { Provider } from "../../token-kind.ts";

/** Tokens of SSLMate. */
export const sslmate: Provider = {
  name: "SSLMate",
  documentation: "https://sslmate.com/help/api/authentication",
  kinds: [
    {
      kind: "sslmate-api-key",
      title: "SSLMate API key",
      pattern: "[A-Za-z0-9]{36}",
      names: ["sslmate"],
      proof: "context",
      match: ["SSLMATE_API_KEY=«»", 'sslmate_api_key: "«»"'],
      noMatch: ['colour = "«»"', "SSLMATE_API_KEY=«masked»"],
    },
  ],
};

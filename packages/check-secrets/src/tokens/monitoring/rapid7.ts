import type { Provider } from "../../token-kind.ts";

/** Tokens of Rapid7. */
export const rapid7: Provider = {
  name: "Rapid7",
  documentation: "https://docs.rapid7.com/insight/managing-platform-api-keys/",
  kinds: [
    {
      kind: "rapid7-api-key",
      title: "Rapid7 API key",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["rapid7"],
      near: ["rapid7"],
      proof: "context",
      match: ["RAPID7_API_KEY=«»", 'rapid7_api_key: "«»"'],
      noMatch: ['colour = "«»"', "RAPID7_API_KEY=«masked»"],
    },
  ],
};

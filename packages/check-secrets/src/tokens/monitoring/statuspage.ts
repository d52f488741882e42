import type { Provider } from "../../token-kind.ts";

/** Tokens of Statuspage. */
export const statuspage: Provider = {
  name: "Statuspage",
  documentation: "https://developer.statuspage.io/",
  kinds: [
    {
      kind: "statuspage-api-key",
      title: "Statuspage API key",
      pattern: "[a-f0-9]{64}",
      names: ["statuspage"],
      proof: "context",
      match: ["STATUSPAGE_API_KEY=«»", 'statuspage_api_key: "«»"'],
      noMatch: ['colour = "«»"', "STATUSPAGE_API_KEY=«masked»"],
    },
  ],
};

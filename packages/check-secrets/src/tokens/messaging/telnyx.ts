import type { Provider } from "../../token-kind.ts";

/** Tokens of Telnyx. */
export const telnyx: Provider = {
  name: "Telnyx",
  documentation: "https://developers.telnyx.com/api/authentication",
  kinds: [
    {
      kind: "telnyx-api-key",
      title: "Telnyx API key",
      pattern: "KEY[0-9A-Za-z_-]{55}",
      names: ["telnyx"],
      proof: "context",
      match: ["TELNYX_API_KEY=«»", 'telnyx_api_key: "«»"'],
      noMatch: ['colour = "«»"', "TELNYX_API_KEY=«masked»"],
    },
  ],
};

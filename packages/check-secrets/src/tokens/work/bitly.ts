import type { Provider } from "../../token-kind.ts";

/** Tokens of Bitly. */
export const bitly: Provider = {
  name: "Bitly",
  documentation: "https://dev.bitly.com/docs/getting-started/authentication/",
  kinds: [
    {
      kind: "bitly-access-token",
      title: "Bitly access token",
      pattern: "[a-f0-9]{40}",
      names: ["bitly"],
      ignoreCase: true,
      proof: "context",
      match: ["BITLY_TOKEN=«»", 'bitly_token: "«»"'],
      noMatch: ['colour = "«»"', "BITLY_TOKEN=«masked»"],
    },
  ],
};

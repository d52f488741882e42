import type { Provider } from "../../token-kind.ts";

/** Tokens of Bittrex. */
export const bittrex: Provider = {
  name: "Bittrex",
  documentation: "https://bittrex.github.io/api/v3",
  kinds: [
    {
      kind: "bittrex-access-key",
      title: "Bittrex access key",
      pattern: "[a-z0-9]{32}",
      names: ["bittrex"],
      ignoreCase: true,
      proof: "context",
      match: ["BITTREX_API_KEY=«»", 'bittrex_api_key: "«»"'],
      noMatch: ['colour = "«»"', "BITTREX_API_KEY=«masked»"],
    },
    {
      kind: "bittrex-secret-key",
      title: "Bittrex secret key",
      pattern: "[a-z0-9]{32}",
      names: ["bittrex"],
      ignoreCase: true,
      proof: "context",
      match: ["BITTREX_SECRET=«»", 'bittrex_secret: "«»"'],
      noMatch: ['colour = "«»"', "BITTREX_SECRET=«masked»"],
    },
  ],
};

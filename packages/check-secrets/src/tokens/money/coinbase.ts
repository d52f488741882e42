import type { Provider } from "../../token-kind.ts";

/** Tokens of Coinbase. */
export const coinbase: Provider = {
  name: "Coinbase",
  documentation: "https://docs.cdp.coinbase.com/get-started/docs/cdp-api-keys",
  kinds: [
    {
      kind: "coinbase-access-token",
      title: "Coinbase access token",
      pattern: "[a-z0-9_-]{64}",
      names: ["coinbase"],
      ignoreCase: true,
      proof: "context",
      match: ["COINBASE_TOKEN=«»", 'coinbase_token: "«»"'],
      noMatch: ['colour = "«»"', "COINBASE_TOKEN=«masked»"],
    },
  ],
};

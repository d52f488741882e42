import type { Provider } from "../../token-kind.ts";

/** Tokens of KuCoin. */
export const kucoin: Provider = {
  name: "KuCoin",
  documentation: "https://www.kucoin.com/docs-new/authentication",
  kinds: [
    {
      kind: "kucoin-access-token",
      title: "KuCoin access token",
      pattern: "[a-f0-9]{24}",
      names: ["kucoin"],
      ignoreCase: true,
      proof: "context",
      match: ["KUCOIN_TOKEN=«»", 'kucoin_token: "«»"'],
      noMatch: ['colour = "«»"', "KUCOIN_TOKEN=«masked»"],
    },
    {
      kind: "kucoin-secret-key",
      title: "KuCoin secret key",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["kucoin"],
      near: ["kucoin"],
      proof: "context",
      match: ["KUCOIN_SECRET=«»", 'kucoin_secret: "«»"'],
      noMatch: ['colour = "«»"', "KUCOIN_SECRET=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Kraken. */
export const kraken: Provider = {
  name: "Kraken",
  documentation: "https://docs.kraken.com/api/docs/guides/spot-rest-auth",
  kinds: [
    {
      kind: "kraken-access-token",
      title: "Kraken access token",
      pattern: "[a-zA-Z0-9/+_-]{78,88}={0,2}",
      names: ["kraken"],
      proof: "context",
      match: ["KRAKEN_TOKEN=«»", 'kraken_token: "«»"'],
      noMatch: ['colour = "«»"', "KRAKEN_TOKEN=«masked»"],
    },
  ],
};

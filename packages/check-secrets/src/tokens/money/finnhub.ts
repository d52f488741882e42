import type { Provider } from "../../token-kind.ts";

/** Tokens of Finnhub. */
export const finnhub: Provider = {
  name: "Finnhub",
  documentation: "https://finnhub.io/docs/api/authentication",
  kinds: [
    {
      kind: "finnhub-access-token",
      title: "Finnhub access token",
      pattern: "[a-z0-9]{20}",
      names: ["finnhub"],
      ignoreCase: true,
      proof: "context",
      match: ["FINNHUB_TOKEN=«»", 'finnhub_token: "«»"'],
      noMatch: ['colour = "«»"', "FINNHUB_TOKEN=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Polymarket. */
export const polymarket: Provider = {
  name: "Polymarket",
  documentation: "https://docs.polymarket.com/developers/CLOB/authentication",
  kinds: [
    {
      kind: "polymarket-api-secret",
      title: "Polymarket API secret",
      pattern: "[a-zA-Z0-9+/_-]{40,88}={0,2}",
      names: ["poly"],
      proof: "context",
      match: ["POLY_SECRET=«»", 'poly_secret: "«»"'],
      noMatch: ['colour = "«»"', "POLY_SECRET=«masked»"],
    },
    {
      kind: "polymarket-api-key",
      title: "Polymarket API key",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["poly"],
      proof: "context",
      match: ["POLY_API_KEY=«»", 'poly_api_key: "«»"'],
      noMatch: ['colour = "«»"', "POLY_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of GoCardless. */
export const gocardless: Provider = {
  name: "GoCardless",
  documentation: "https://developer.gocardless.com/api-reference/",
  kinds: [
    {
      kind: "gocardless-api-token",
      title: "GoCardless access token",
      pattern: "live_[a-z0-9_=-]{40}",
      names: ["gocardless"],
      ignoreCase: true,
      proof: "context",
      match: ["GOCARDLESS_TOKEN=«»", 'gocardless_token: "«»"'],
      noMatch: ['colour = "«»"', "GOCARDLESS_TOKEN=«masked»"],
    },
  ],
};

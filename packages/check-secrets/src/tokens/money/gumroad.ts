import type { Provider } from "../../token-kind.ts";

/** Tokens of Gumroad. */
export const gumroad: Provider = {
  name: "Gumroad",
  documentation: "https://gumroad.com/api",
  kinds: [
    {
      kind: "gumroad-access-token",
      title: "Gumroad access token",
      pattern: "(?:[a-f0-9]{64}|[A-Za-z0-9-]{43})",
      names: ["gumroad"],
      ignoreCase: true,
      proof: "context",
      match: ["GUMROAD_TOKEN=«»", 'gumroad_token: "«»"'],
      noMatch: ['colour = "«»"', "GUMROAD_TOKEN=«masked»"],
    },
  ],
};

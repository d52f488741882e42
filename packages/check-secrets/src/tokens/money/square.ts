import type { Provider } from "../../token-kind.ts";

/** Tokens of Square. */
export const square: Provider = {
  name: "Square",
  documentation: "https://developer.squareup.com/docs/build-basics/access-tokens",
  kinds: [
    {
      kind: "square-access-token",
      title: "Square access token",
      pattern: String.raw`(?:EAAA|sq0atp-)[\w-]{22,60}`,
      proof: "entropy",
      match: ["SQUARE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "square-oauth-secret",
      title: "Square OAuth secret",
      pattern: String.raw`sq0csp-[\w-]{43}`,
      proof: "entropy",
      match: ["SQUARE_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

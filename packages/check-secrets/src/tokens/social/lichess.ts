import type { Provider } from "../../token-kind.ts";

/** Tokens of Lichess. */
export const lichess: Provider = {
  name: "Lichess",
  documentation: "https://lichess.org/api#section/Authentication",
  kinds: [
    {
      kind: "lichess-personal-access-token",
      title: "Lichess personal access token",
      pattern: "lip_[A-Za-z0-9_]{16,60}",
      proof: "entropy",
      match: ["LICHESS_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Coveralls. */
export const coveralls: Provider = {
  name: "Coveralls",
  documentation: "https://docs.coveralls.io/api-introduction",
  kinds: [
    {
      kind: "coveralls-personal-api-token",
      title: "Coveralls personal API token",
      pattern: "[A-Za-z0-9-]{37}",
      names: ["coveralls"],
      ignoreCase: true,
      proof: "context",
      match: ["COVERALLS_TOKEN=«»", 'coveralls_token: "«»"'],
      noMatch: ['colour = "«»"', "COVERALLS_TOKEN=«masked»"],
    },
  ],
};

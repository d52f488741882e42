import type { Provider } from "../../token-kind.ts";

/** Tokens of Codecov. */
export const codecov: Provider = {
  name: "Codecov",
  documentation: "https://docs.codecov.com/docs/codecov-tokens",
  kinds: [
    {
      kind: "codecov-access-token",
      title: "Codecov access token",
      pattern: "[A-Z0-9-]{36}",
      names: ["codecov"],
      ignoreCase: true,
      proof: "context",
      match: ["CODECOV_TOKEN=«»", 'codecov_token: "«»"'],
      noMatch: ['colour = "«»"', "CODECOV_TOKEN=«masked»"],
    },
  ],
};

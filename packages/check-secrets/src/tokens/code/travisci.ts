import type { Provider } from "../../token-kind.ts";

/** Tokens of Travis CI. */
export const travisci: Provider = {
  name: "Travis CI",
  documentation: "https://developer.travis-ci.com/authentication",
  kinds: [
    {
      kind: "travisci-access-token",
      title: "Travis CI access token",
      pattern: "[a-z0-9]{22}",
      names: ["travis"],
      ignoreCase: true,
      proof: "context",
      match: ["TRAVIS_TOKEN=«»", 'travis_token: "«»"'],
      noMatch: ['colour = "«»"', "TRAVIS_TOKEN=«masked»"],
    },
  ],
};

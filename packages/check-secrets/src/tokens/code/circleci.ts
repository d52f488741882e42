import type { Provider } from "../../token-kind.ts";

/** Tokens of CircleCI. */
export const circleci: Provider = {
  name: "CircleCI",
  documentation: "https://circleci.com/docs/managing-api-tokens/",
  kinds: [
    {
      kind: "circleci-personal-token",
      title: "CircleCI personal token",
      pattern: "CCIPAT_[a-zA-Z0-9]{22}_[a-z0-9]{40}",
      proof: "structure",
      match: ["CIRCLECI_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "circleci-project-token",
      title: "CircleCI project token",
      pattern: "[a-f0-9]{40}",
      names: ["circleci"],
      ignoreCase: true,
      proof: "context",
      match: ["CIRCLECI_TOKEN=«»", 'circleci_token: "«»"'],
      noMatch: ['colour = "«»"', "CIRCLECI_TOKEN=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of ReadMe. */
export const readme: Provider = {
  name: "ReadMe",
  documentation: "https://docs.readme.com/main/reference/intro/authentication",
  kinds: [
    {
      kind: "readme-api-token",
      title: "ReadMe API token",
      pattern: "rdme_[a-z0-9]{70}",
      proof: "entropy",
      match: ["README_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

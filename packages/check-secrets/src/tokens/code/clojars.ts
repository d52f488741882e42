import type { Provider } from "../../token-kind.ts";

/** Tokens of Clojars. */
export const clojars: Provider = {
  name: "Clojars",
  documentation: "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens",
  kinds: [
    {
      kind: "clojars-api-token",
      title: "Clojars API token",
      pattern: "CLOJARS_[a-z0-9]{60}",
      ignoreCase: true,
      proof: "structure",
      match: ["CLOJARS_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

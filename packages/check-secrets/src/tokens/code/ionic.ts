import type { Provider } from "../../token-kind.ts";

/** Tokens of Ionic. */
export const ionic: Provider = {
  name: "Ionic",
  documentation: "https://ionic.io/docs/appflow/personal-access-tokens",
  kinds: [
    {
      kind: "ionic-access-token",
      title: "Ionic access token",
      pattern: "ion_[A-Za-z0-9]{42}",
      proof: "entropy",
      match: ["IONIC_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Cloudsmith. */
export const cloudsmith: Provider = {
  name: "Cloudsmith",
  documentation: "https://help.cloudsmith.io/docs/api-key",
  kinds: [
    {
      kind: "cloudsmith-api-key",
      title: "Cloudsmith API key",
      pattern: "csa_[a-f0-9]{30}[A-Za-z0-9]{6}",
      proof: "entropy",
      match: ["CLOUDSMITH_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

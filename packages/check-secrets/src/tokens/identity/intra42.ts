import type { Provider } from "../../token-kind.ts";

/** Tokens of 42 Intra. */
export const intra42: Provider = {
  name: "42 Intra",
  documentation: "https://api.intra.42.fr/apidoc",
  kinds: [
    {
      kind: "intra42-client-secret",
      title: "42 Intra client secret",
      pattern: "s-s4t2(?:ud|af)-[a-f0-9]{64}",
      proof: "structure",
      match: ["42_INTRA_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Canva. */
export const canva: Provider = {
  name: "Canva",
  documentation: "https://www.canva.dev/docs/connect/authentication/",
  kinds: [
    {
      kind: "canva-client-secret",
      title: "Canva client secret",
      pattern: "cnvca[a-zA-Z0-9_-]{51}",
      proof: "structure",
      match: ["CANVA_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

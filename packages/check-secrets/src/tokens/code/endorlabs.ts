import type { Provider } from "../../token-kind.ts";

/** Tokens of Endor Labs. */
export const endorlabs: Provider = {
  name: "Endor Labs",
  documentation: "https://docs.endorlabs.com/administration/api-keys/",
  kinds: [
    {
      kind: "endorlabs-api-key",
      title: "Endor Labs API key",
      pattern: String.raw`endr\+[A-Za-z0-9-]{16}`,
      proof: "structure",
      match: ["ENDOR_LABS_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

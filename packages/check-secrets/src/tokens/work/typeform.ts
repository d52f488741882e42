import type { Provider } from "../../token-kind.ts";

/** Tokens of Typeform. */
export const typeform: Provider = {
  name: "Typeform",
  documentation: "https://www.typeform.com/developers/get-started/personal-access-token/",
  kinds: [
    {
      kind: "typeform-api-token",
      title: "Typeform API token",
      pattern: String.raw`tfp_[a-z0-9\-_\.=]{59}`,
      ignoreCase: true,
      proof: "entropy",
      match: ["TYPEFORM_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of MaxMind. */
export const maxmind: Provider = {
  name: "MaxMind",
  documentation: "https://dev.maxmind.com/license-key-validation-api/",
  kinds: [
    {
      kind: "maxmind-license-key",
      title: "MaxMind licence key",
      pattern: "[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk",
      keywords: ["_mmk"],
      proof: "structure",
      match: ["MAXMIND_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

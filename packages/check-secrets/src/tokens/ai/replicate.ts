import type { Provider } from "../../token-kind.ts";

/** Tokens of Replicate. */
export const replicate: Provider = {
  name: "Replicate",
  documentation: "https://replicate.com/docs/topics/security/api-tokens",
  kinds: [
    {
      kind: "replicate-api-token",
      title: "Replicate API token",
      pattern: "r8_[A-Za-z0-9]{37}",
      ignoreCase: true,
      proof: "structure",
      match: ["REPLICATE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Thunderstore. */
export const thunderstore: Provider = {
  name: "Thunderstore",
  documentation: "https://thunderstore.io/api/docs/",
  kinds: [
    {
      kind: "thunderstore-api-token",
      title: "Thunderstore API token",
      pattern: "tss_[A-Za-z0-9_-]{20,80}",
      proof: "entropy",
      match: ["THUNDERSTORE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

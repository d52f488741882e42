import type { Provider } from "../../token-kind.ts";

/** Tokens of Shippo. */
export const shippo: Provider = {
  name: "Shippo",
  documentation: "https://docs.goshippo.com/docs/guides_general/authentication/",
  kinds: [
    {
      kind: "shippo-api-token",
      title: "Shippo API token",
      pattern: "shippo_(?:live|test)_[a-fA-F0-9]{40}",
      proof: "structure",
      match: ["SHIPPO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

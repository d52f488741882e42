import type { Provider } from "../../token-kind.ts";

/** Tokens of Val Town. */
export const valtown: Provider = {
  name: "Val Town",
  documentation: "https://docs.val.town/reference/api/authentication/",
  kinds: [
    {
      kind: "val-town-api-token",
      title: "Val Town API token",
      pattern: "vtwn_[A-Za-z0-9_-]{20,80}",
      proof: "entropy",
      match: ["VAL_TOWN_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Samsara. */
export const samsara: Provider = {
  name: "Samsara",
  documentation: "https://developers.samsara.com/docs/authentication",
  kinds: [
    {
      kind: "samsara-api-token",
      title: "Samsara API token",
      pattern: "samsara_api_[A-Za-z0-9]{26,32}",
      proof: "structure",
      match: ["SAMSARA_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

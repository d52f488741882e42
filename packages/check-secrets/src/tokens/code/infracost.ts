import type { Provider } from "../../token-kind.ts";

/** Tokens of Infracost. */
export const infracost: Provider = {
  name: "Infracost",
  documentation: "https://www.infracost.io/docs/",
  kinds: [
    {
      kind: "infracost-api-token",
      title: "Infracost API token",
      pattern: "ico-[a-zA-Z0-9]{32}",
      proof: "entropy",
      match: ["INFRACOST_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

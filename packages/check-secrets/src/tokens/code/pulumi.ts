import type { Provider } from "../../token-kind.ts";

/** Tokens of Pulumi. */
export const pulumi: Provider = {
  name: "Pulumi",
  documentation: "https://www.pulumi.com/docs/administration/access-identity/access-tokens/",
  kinds: [
    {
      kind: "pulumi-api-token",
      title: "Pulumi API token",
      pattern: "pul-[a-f0-9]{40}",
      proof: "entropy",
      match: ["PULUMI_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

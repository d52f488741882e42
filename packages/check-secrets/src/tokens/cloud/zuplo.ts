import type { Provider } from "../../token-kind.ts";

/** Tokens of Zuplo. */
export const zuplo: Provider = {
  name: "Zuplo",
  documentation: "https://zuplo.com/docs/policies/api-key-auth-inbound",
  kinds: [
    {
      kind: "zuplo-consumer-api-key",
      title: "Zuplo consumer API key",
      pattern: "zpka_[a-z0-9]{32}_[0-9a-f]{8}",
      proof: "entropy",
      match: ["ZUPLO_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

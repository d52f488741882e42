import type { Provider } from "../../token-kind.ts";

/** Tokens of Rainforest Pay. */
export const rainforestpay: Provider = {
  name: "Rainforest Pay",
  documentation: "https://docs.rainforestpay.com/docs/authentication",
  kinds: [
    {
      kind: "rainforest-pay-api-key",
      title: "Rainforest Pay API key",
      pattern: "apikey_[a-f0-9]{64}",
      proof: "structure",
      match: ["RAINFOREST_PAY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Mollie. */
export const mollie: Provider = {
  name: "Mollie",
  documentation: "https://docs.mollie.com/reference/authentication",
  kinds: [
    {
      kind: "mollie-api-key",
      title: "Mollie API key",
      pattern: "(?:live|test)_[A-Za-z0-9]{30}",
      names: ["mollie"],
      proof: "context",
      match: ["MOLLIE_API_KEY=«»", 'mollie_api_key: "«»"'],
      noMatch: ['colour = "«»"', "MOLLIE_API_KEY=«masked»"],
    },
  ],
};

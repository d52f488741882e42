import type { Provider } from "../../token-kind.ts";

/** Tokens of Braintree. */
export const braintree: Provider = {
  name: "Braintree",
  documentation: "https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials",
  kinds: [
    {
      kind: "braintree-private-key",
      title: "Braintree private key",
      pattern: "[a-f0-9]{32}",
      names: ["braintree"],
      proof: "context",
      match: ["BRAINTREE_API_KEY=«»", 'braintree_api_key: "«»"'],
      noMatch: ['colour = "«»"', "BRAINTREE_API_KEY=«masked»"],
    },
  ],
};

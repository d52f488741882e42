import type { Provider } from "../../token-kind.ts";

/** Tokens of PayPal. */
export const paypal: Provider = {
  name: "PayPal",
  documentation: "https://developer.paypal.com/api/rest/authentication/",
  kinds: [
    {
      kind: "paypal-braintree-access-token",
      title: "PayPal Braintree access token",
      pattern: String.raw`access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}`,
      proof: "structure",
    },
    {
      kind: "paypal-client-secret",
      title: "PayPal client secret",
      pattern: "E[A-Za-z0-9_-]{79}",
      names: ["paypal"],
      proof: "context",
    },
  ],
};

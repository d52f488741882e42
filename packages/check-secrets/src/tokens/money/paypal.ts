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
      match: ["PAYPAL_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "paypal-client-secret",
      title: "PayPal client secret",
      pattern: "E[A-Za-z0-9_-]{79}",
      names: ["paypal"],
      proof: "context",
      match: ["PAYPAL_SECRET=«»", 'paypal_secret: "«»"'],
      noMatch: ['colour = "«»"', "PAYPAL_SECRET=«masked»"],
    },
    {
      kind: "paypal-client-credential",
      title: "PayPal REST client secret",
      pattern: "E[A-Z][A-Za-z0-9_-]{78}",
      names: ["paypal", "client_secret", "clientsecret"],
      proof: "context",
      match: ["PAYPAL_SECRET=«»", 'paypal_secret: "«»"'],
      noMatch: ['colour = "«»"', "PAYPAL_SECRET=«masked»"],
    },
  ],
};

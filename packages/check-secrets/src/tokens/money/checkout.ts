import type { Provider } from "../../token-kind.ts";

/** Tokens of Checkout.com. */
export const checkout: Provider = {
  name: "Checkout.com",
  documentation: "https://www.checkout.com/docs/developer-resources/api/manage-api-keys",
  kinds: [
    {
      kind: "checkout-secret-key",
      title: "Checkout.com secret key",
      pattern: "sk_[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}",
      names: ["checkout"],
      ignoreCase: true,
      proof: "context",
      match: ["CHECKOUT_SECRET=«»", 'checkout_secret: "«»"'],
      noMatch: ['colour = "«»"', "CHECKOUT_SECRET=«masked»"],
    },
  ],
};

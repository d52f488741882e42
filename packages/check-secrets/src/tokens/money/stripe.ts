import type { Provider } from "../../token-kind.ts";

/** Tokens of Stripe. */
export const stripe: Provider = {
  name: "Stripe",
  documentation: "https://docs.stripe.com/keys",
  kinds: [
    {
      kind: "stripe-access-token",
      title: "Stripe secret key",
      pattern: "(?:sk|rk|sk_org)_(?:test|live|prod)_[a-zA-Z0-9]{10,247}",
      keywords: ["sk_test_", "sk_live_", "sk_prod_", "rk_test_", "rk_live_", "rk_prod_", "sk_org_"],
      proof: "entropy",
      match: ["STRIPE_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "stripe-webhook-secret",
      title: "Stripe webhook signing secret",
      pattern: "whsec_[a-zA-Z0-9+/]{32,64}={0,2}",
      proof: "entropy",
      match: ["STRIPE_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

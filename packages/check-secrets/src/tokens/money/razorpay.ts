import type { Provider } from "../../token-kind.ts";

/** Tokens of Razorpay. */
export const razorpay: Provider = {
  name: "Razorpay",
  documentation: "https://razorpay.com/docs/api/authentication/",
  kinds: [
    {
      kind: "razorpay-key-secret",
      title: "Razorpay key secret",
      pattern: "[A-Za-z0-9]{24}",
      names: ["razorpay"],
      proof: "context",
      match: ["RAZORPAY_SECRET=«»", 'razorpay_secret: "«»"'],
      noMatch: ['colour = "«»"', "RAZORPAY_SECRET=«masked»"],
    },
    {
      kind: "razorpay-key-id",
      title: "Razorpay API key",
      pattern: "rzp_(?:live|test)_[A-Za-z0-9]{14}",
      keywords: ["rzp_live_", "rzp_test_"],
      proof: "entropy",
      match: ["RAZORPAY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

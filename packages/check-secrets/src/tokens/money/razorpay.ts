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
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Resend. */
export const resend: Provider = {
  name: "Resend",
  documentation: "https://resend.com/docs/api-reference/introduction",
  kinds: [
    {
      kind: "resend-api-key",
      title: "Resend API key",
      pattern: "re_[A-Za-z0-9]{6,10}_[A-Za-z0-9]{20,30}",
      proof: "entropy",
      match: ["RESEND_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

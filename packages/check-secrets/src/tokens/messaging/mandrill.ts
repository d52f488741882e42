import type { Provider } from "../../token-kind.ts";

/** Tokens of Mandrill. */
export const mandrill: Provider = {
  name: "Mandrill",
  documentation: "https://mailchimp.com/developer/transactional/docs/fundamentals/",
  kinds: [
    {
      kind: "mandrill-api-key",
      title: "Mandrill API key",
      pattern: "md-[A-Za-z0-9_-]{22}",
      proof: "entropy",
      match: ["MANDRILL_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

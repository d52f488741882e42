import type { Provider } from "../../token-kind.ts";

/** Tokens of Mailchimp. */
export const mailchimp: Provider = {
  name: "Mailchimp",
  documentation: "https://mailchimp.com/developer/marketing/guides/quick-start/",
  kinds: [
    {
      kind: "mailchimp-api-key",
      title: "Mailchimp API key",
      pattern: String.raw`[a-f0-9]{32}-us\d\d`,
      names: ["mailchimp"],
      ignoreCase: true,
      proof: "context",
      match: ["MAILCHIMP_API_KEY=«»", 'mailchimp_api_key: "«»"'],
      noMatch: ['colour = "«»"', "MAILCHIMP_API_KEY=«masked»"],
    },
    {
      kind: "mailchimp-marketing-api-key",
      title: "Mailchimp API key",
      pattern: String.raw`[a-f0-9]{32}-us\d{1,2}`,
      keywords: ["-us"],
      proof: "entropy",
      match: ["MAILCHIMP_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Mailgun. */
export const mailgun: Provider = {
  name: "Mailgun",
  documentation: "https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth",
  kinds: [
    {
      kind: "mailgun-pub-key",
      title: "Mailgun pub key",
      pattern: "pubkey-[a-f0-9]{32}",
      ignoreCase: true,
      proof: "entropy",
      match: ["MAILGUN_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "mailgun-private-api-token",
      title: "Mailgun private API token",
      pattern: "key-[a-f0-9]{32}",
      ignoreCase: true,
      proof: "entropy",
      match: ["MAILGUN_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "mailgun-signing-key",
      title: "Mailgun webhook signing key",
      pattern: "[a-h0-9]{32}-[a-h0-9]{8}-[a-h0-9]{8}",
      names: ["mailgun"],
      ignoreCase: true,
      proof: "context",
      match: ["MAILGUN_API_KEY=«»", 'mailgun_api_key: "«»"'],
      noMatch: ['colour = "«»"', "MAILGUN_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of MailerSend. */
export const mailersend: Provider = {
  name: "MailerSend",
  documentation: "https://developers.mailersend.com/general.html#authentication",
  kinds: [
    {
      kind: "mailersend-api-token",
      title: "MailerSend API token",
      pattern: String.raw`mlsn\.[A-Za-z0-9]{30,100}`,
      proof: "structure",
      match: ["MAILERSEND_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

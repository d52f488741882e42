import type { Provider } from "../../token-kind.ts";

/** Tokens of SendGrid. */
export const sendgrid: Provider = {
  name: "SendGrid",
  documentation: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
  kinds: [
    {
      kind: "sendgrid-api-token",
      title: "SendGrid API token",
      pattern: String.raw`SG\.[a-z0-9=_\-\.]{66}`,
      ignoreCase: true,
      proof: "structure",
      match: ["SENDGRID_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

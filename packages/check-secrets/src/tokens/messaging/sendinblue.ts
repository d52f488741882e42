import type { Provider } from "../../token-kind.ts";

/** Tokens of Brevo. */
export const sendinblue: Provider = {
  name: "Brevo",
  documentation: "https://developers.brevo.com/docs/getting-started",
  kinds: [
    {
      kind: "sendinblue-api-token",
      title: "Brevo sendinblue API token",
      pattern: "xkeysib-[a-fA-F0-9]{64}-[a-zA-Z0-9]{16}",
      proof: "structure",
      match: ["BREVO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

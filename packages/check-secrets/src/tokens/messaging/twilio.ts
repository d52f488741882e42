import type { Provider } from "../../token-kind.ts";

/** Tokens of Twilio. */
export const twilio: Provider = {
  name: "Twilio",
  documentation: "https://www.twilio.com/docs/iam/api-keys",
  kinds: [
    {
      kind: "twilio-account-sid",
      title: "Twilio account SID",
      pattern: "AC[0-9a-f]{32}",
      proof: "entropy",
      match: ['Client("«»", "«twilio-auth-token»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
      isId: true,
    },
    {
      kind: "twilio-api-key",
      title: "Twilio API key",
      pattern: "SK[0-9a-fA-F]{32}",
      proof: "entropy",
      match: ["TWILIO_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "twilio-auth-token",
      title: "Twilio auth token",
      pattern: "[0-9a-f]{32}",
      names: ["twilio"],
      ignoreCase: true,
      proof: "context",
      match: ["TWILIO_TOKEN=«»", 'twilio_token: "«»"'],
      noMatch: ['colour = "«»"', "TWILIO_TOKEN=«masked»"],
    },
  ],
};

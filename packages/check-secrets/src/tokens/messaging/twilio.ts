import type { Provider } from "../../token-kind.ts";

/** Tokens of Twilio. */
export const twilio: Provider = {
  name: "Twilio",
  documentation: "https://www.twilio.com/docs/iam/api-keys",
  kinds: [{ kind: "twilio-api-key", title: "Twilio API key", pattern: "SK[0-9a-fA-F]{32}", proof: "entropy" }],
};

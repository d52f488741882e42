import type { Provider } from "../../token-kind.ts";

/** Tokens of Sendbird. */
export const sendbird: Provider = {
  name: "Sendbird",
  documentation: "https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api",
  kinds: [
    {
      kind: "sendbird-access-token",
      title: "Sendbird access token",
      pattern: "[a-f0-9]{40}",
      names: ["sendbird"],
      ignoreCase: true,
      proof: "context",
      match: ["SENDBIRD_TOKEN=«»", 'sendbird_token: "«»"'],
      noMatch: ['colour = "«»"', "SENDBIRD_TOKEN=«masked»"],
    },
    {
      kind: "sendbird-application-token",
      title: "Sendbird token",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["sendbird"],
      near: ["sendbird"],
      proof: "context",
      match: ["SENDBIRD_TOKEN=«»", 'sendbird_token: "«»"'],
      noMatch: ['colour = "«»"', "SENDBIRD_TOKEN=«masked»"],
    },
  ],
};

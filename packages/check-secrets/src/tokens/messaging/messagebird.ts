import type { Provider } from "../../token-kind.ts";

/** Tokens of MessageBird. */
export const messagebird: Provider = {
  name: "MessageBird",
  documentation: "https://developers.messagebird.com/api/#authentication",
  kinds: [
    {
      kind: "messagebird-api-token",
      title: "MessageBird API token",
      pattern: "[a-z0-9]{25}",
      names: ["messagebird", "message-bird", "message_bird"],
      ignoreCase: true,
      proof: "context",
      match: ["MESSAGEBIRD_TOKEN=«»", 'messagebird_token: "«»"'],
      noMatch: ['colour = "«»"', "MESSAGEBIRD_TOKEN=«masked»"],
    },
    {
      kind: "messagebird-client-token",
      title: "MessageBird client token",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["messagebird", "message-bird", "message_bird"],
      near: ["messagebird"],
      ignoreCase: true,
      proof: "context",
      match: ["MESSAGEBIRD_TOKEN=«»", 'messagebird_token: "«»"'],
      noMatch: ['colour = "«»"', "MESSAGEBIRD_TOKEN=«masked»"],
    },
  ],
};

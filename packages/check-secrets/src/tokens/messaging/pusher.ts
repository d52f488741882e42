import type { Provider } from "../../token-kind.ts";

/** Tokens of Pusher. */
export const pusher: Provider = {
  name: "Pusher",
  documentation: "https://pusher.com/docs/channels/library_auth_reference/rest-api/",
  kinds: [
    {
      kind: "pusher-secret",
      title: "Pusher secret",
      pattern: "[a-f0-9]{20}",
      names: ["pusher"],
      proof: "context",
      match: ["PUSHER_SECRET=«»", 'pusher_secret: "«»"'],
      noMatch: ['colour = "«»"', "PUSHER_SECRET=«masked»"],
    },
  ],
};

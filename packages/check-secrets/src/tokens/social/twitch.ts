import type { Provider } from "../../token-kind.ts";

/** Tokens of Twitch. */
export const twitch: Provider = {
  name: "Twitch",
  documentation: "https://dev.twitch.tv/docs/authentication/",
  kinds: [
    {
      kind: "twitch-api-token",
      title: "Twitch API token",
      pattern: "[a-z0-9]{30}",
      names: ["twitch"],
      ignoreCase: true,
      proof: "context",
      match: ["TWITCH_TOKEN=«»", 'twitch_token: "«»"'],
      noMatch: ['colour = "«»"', "TWITCH_TOKEN=«masked»"],
    },
  ],
};

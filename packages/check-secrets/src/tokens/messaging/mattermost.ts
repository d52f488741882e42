import type { Provider } from "../../token-kind.ts";

/** Tokens of Mattermost. */
export const mattermost: Provider = {
  name: "Mattermost",
  documentation: "https://developers.mattermost.com/integrate/reference/personal-access-token/",
  kinds: [
    {
      kind: "mattermost-access-token",
      title: "Mattermost access token",
      pattern: "[a-z0-9]{26}",
      names: ["mattermost"],
      ignoreCase: true,
      proof: "context",
      match: ["MATTERMOST_TOKEN=«»", 'mattermost_token: "«»"'],
      noMatch: ['colour = "«»"', "MATTERMOST_TOKEN=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Crowdin. */
export const crowdin: Provider = {
  name: "Crowdin",
  documentation: "https://support.crowdin.com/developer/authorizing-oauth-apps/",
  kinds: [
    {
      kind: "crowdin-token",
      title: "Crowdin token",
      pattern: "[a-f0-9]{80}",
      names: ["crowdin"],
      proof: "context",
      match: ["CROWDIN_TOKEN=«»", 'crowdin_token: "«»"'],
      noMatch: ['colour = "«»"', "CROWDIN_TOKEN=«masked»"],
    },
  ],
};

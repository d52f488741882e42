import type { Provider } from "../../token-kind.ts";

/** Tokens of Mixpanel. */
export const mixpanel: Provider = {
  name: "Mixpanel",
  documentation: "https://developer.mixpanel.com/reference/service-accounts",
  kinds: [
    {
      kind: "mixpanel-secret",
      title: "Mixpanel secret",
      pattern: "[a-f0-9]{32}",
      names: ["mixpanel"],
      proof: "context",
      match: ["MIXPANEL_SECRET=«»", 'mixpanel_secret: "«»"'],
      noMatch: ['colour = "«»"', "MIXPANEL_SECRET=«masked»"],
    },
  ],
};

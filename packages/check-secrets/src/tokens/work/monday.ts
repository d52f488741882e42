import type { Provider } from "../../token-kind.ts";

/** Tokens of monday.com. */
export const monday: Provider = {
  name: "monday.com",
  documentation: "https://developer.monday.com/api-reference/docs/authentication",
  kinds: [
    {
      kind: "monday-api-token",
      title: "monday.com API token",
      pattern: String.raw`eyJ[A-Za-z0-9_-]{15,200}\.eyJ[A-Za-z0-9_-]{40,800}\.[A-Za-z0-9_-]{43}`,
      names: ["monday"],
      proof: "context",
      match: ["MONDAY_TOKEN=«»", 'monday_token: "«»"'],
      noMatch: ['colour = "«»"', "MONDAY_TOKEN=«masked»"],
    },
  ],
};

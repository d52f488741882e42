import type { Provider } from "../../token-kind.ts";

/** Tokens of The New York Times. */
export const nytimes: Provider = {
  name: "The New York Times",
  documentation: "https://developer.nytimes.com/get-started",
  kinds: [
    {
      kind: "nytimes-access-token",
      title: "The New York Times nytimes access token",
      pattern: String.raw`[a-z0-9=_\-]{32}`,
      names: ["nytimes", "new-york-times", "newyorktimes"],
      ignoreCase: true,
      proof: "context",
      match: ["NYTIMES_TOKEN=«»", 'nytimes_token: "«»"'],
      noMatch: ['colour = "«»"', "NYTIMES_TOKEN=«masked»"],
    },
  ],
};

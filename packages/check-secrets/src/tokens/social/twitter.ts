import type { Provider } from "../../token-kind.ts";

/** Tokens of X (Twitter). */
export const twitter: Provider = {
  name: "X (Twitter)",
  documentation: "https://docs.x.com/fundamentals/authentication/overview",
  kinds: [
    {
      kind: "twitter-api-key",
      title: "X (Twitter) API key",
      pattern: "[a-z0-9]{25}",
      names: ["twitter"],
      ignoreCase: true,
      proof: "context",
      match: ["TWITTER_API_KEY=«»", 'twitter_api_key: "«»"'],
      noMatch: ['colour = "«»"', "TWITTER_API_KEY=«masked»"],
    },
    {
      kind: "twitter-api-secret",
      title: "X (Twitter) API secret",
      pattern: "[a-z0-9]{50}",
      names: ["twitter"],
      ignoreCase: true,
      proof: "context",
      match: ["TWITTER_SECRET=«»", 'twitter_secret: "«»"'],
      noMatch: ['colour = "«»"', "TWITTER_SECRET=«masked»"],
    },
    {
      kind: "twitter-access-token",
      title: "X (Twitter) access token",
      pattern: "[0-9]{15,25}-[a-zA-Z0-9]{20,40}",
      names: ["twitter"],
      ignoreCase: true,
      proof: "context",
      match: ["TWITTER_TOKEN=«»", 'twitter_token: "«»"'],
      noMatch: ['colour = "«»"', "TWITTER_TOKEN=«masked»"],
    },
    {
      kind: "twitter-access-secret",
      title: "X (Twitter) access secret",
      pattern: "[a-z0-9]{45}",
      names: ["twitter"],
      ignoreCase: true,
      proof: "context",
      match: ["TWITTER_SECRET=«»", 'twitter_secret: "«»"'],
      noMatch: ['colour = "«»"', "TWITTER_SECRET=«masked»"],
    },
    {
      kind: "twitter-bearer-token",
      title: "X bearer token",
      pattern: "AAAAAAAAAAAAAAAAAAAA(?:[a-zA-Z0-9%]{20,60}%3D[a-zA-Z0-9]{30,60}|[a-zA-Z0-9%]{80,125})",
      proof: "structure",
      match: ["X_TWITTER_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

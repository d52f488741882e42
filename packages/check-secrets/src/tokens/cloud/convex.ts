import type { Provider } from "../../token-kind.ts";

/** Tokens of Convex. */
export const convex: Provider = {
  name: "Convex",
  documentation: "https://docs.convex.dev/production/hosting/",
  kinds: [
    {
      kind: "convex-deploy-key",
      title: "Convex deploy key",
      pattern: String.raw`(?:prod|preview|dev):[a-z0-9-]{5,60}\|[A-Za-z0-9+/=]{40,300}`,
      names: ["convex"],
      proof: "context",
      match: ["CONVEX_API_KEY=«»", 'convex_api_key: "«»"'],
      noMatch: ['colour = "«»"', "CONVEX_API_KEY=«masked»"],
    },
  ],
};

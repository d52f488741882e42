import type { Provider } from "../../token-kind.ts";

/** Tokens of Upstash. */
export const upstash: Provider = {
  name: "Upstash",
  documentation: "https://upstash.com/docs/redis/features/restapi",
  kinds: [
    {
      kind: "upstash-redis-rest-token",
      title: "Upstash Redis REST token",
      pattern: "A[A-Za-z0-9_-]{38,90}={0,2}",
      names: ["upstash"],
      proof: "context",
      match: ["UPSTASH_TOKEN=«»", 'upstash_token: "«»"'],
      noMatch: ['colour = "«»"', "UPSTASH_TOKEN=«masked»"],
    },
  ],
};

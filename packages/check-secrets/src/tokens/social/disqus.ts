import type { Provider } from "../../token-kind.ts";

/** Tokens of Disqus. */
export const disqus: Provider = {
  name: "Disqus",
  documentation: "https://disqus.com/api/docs/auth/",
  kinds: [
    {
      kind: "disqus-api-key",
      title: "Disqus API key",
      pattern: "[a-z0-9]{64}",
      names: ["disqus"],
      ignoreCase: true,
      proof: "context",
      match: ["DISQUS_API_KEY=«»", 'disqus_api_key: "«»"'],
      noMatch: ['colour = "«»"', "DISQUS_API_KEY=«masked»"],
    },
  ],
};

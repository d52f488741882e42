import type { Provider } from "../../token-kind.ts";

/** Tokens of Contentstack. */
export const contentstack: Provider = {
  name: "Contentstack",
  documentation: "https://www.contentstack.com/docs/developers/create-tokens/about-delivery-tokens",
  kinds: [
    {
      kind: "contentstack-management-token",
      title: "Contentstack management token",
      pattern: "cs[a-f0-9]{32}",
      names: ["contentstack"],
      proof: "context",
      match: ["CONTENTSTACK_TOKEN=«»", 'contentstack_token: "«»"'],
      noMatch: ['colour = "«»"', "CONTENTSTACK_TOKEN=«masked»"],
    },
  ],
};

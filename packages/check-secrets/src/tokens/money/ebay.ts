import type { Provider } from "../../token-kind.ts";

/** Tokens of eBay. */
export const ebay: Provider = {
  name: "eBay",
  documentation: "https://developer.ebay.com/api-docs/static/oauth-credentials.html",
  kinds: [
    {
      kind: "ebay-client-secret",
      title: "eBay client secret",
      pattern: "PRD-[a-f0-9]{8,12}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4,12}",
      names: ["ebay"],
      proof: "context",
      match: ["EBAY_SECRET=«»", 'ebay_secret: "«»"'],
      noMatch: ['colour = "«»"', "EBAY_SECRET=«masked»"],
    },
  ],
};

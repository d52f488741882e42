import type { Provider } from "../../token-kind.ts";

/** Tokens of Shopify. */
export const shopify: Provider = {
  name: "Shopify",
  documentation: "https://shopify.dev/changelog/app-secret-key-length-has-increased",
  kinds: [
    {
      kind: "shopify-access-token",
      title: "Shopify access token",
      pattern: "shpat_[a-zA-Z0-9]{32,40}",
      proof: "structure",
      match: ["SHOPIFY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "shopify-custom-access-token",
      title: "Shopify custom access token",
      pattern: "shpca_[a-zA-Z0-9]{32,40}",
      proof: "structure",
      match: ["SHOPIFY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "shopify-private-app-access-token",
      title: "Shopify private app access token",
      pattern: "shppa_[a-zA-Z0-9]{32,40}",
      proof: "structure",
      match: ["SHOPIFY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "shopify-shared-secret",
      title: "Shopify shared secret",
      pattern: "shpss_[a-zA-Z0-9]{32,40}",
      proof: "structure",
      match: ["SHOPIFY_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

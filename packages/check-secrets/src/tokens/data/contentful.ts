import type { Provider } from "../../token-kind.ts";

/** Tokens of Contentful. */
export const contentful: Provider = {
  name: "Contentful",
  documentation: "https://www.contentful.com/developers/docs/references/authentication/",
  kinds: [
    {
      kind: "contentful-delivery-api-token",
      title: "Contentful delivery API token",
      pattern: String.raw`[a-z0-9=_\-]{43}`,
      names: ["contentful"],
      ignoreCase: true,
      proof: "context",
      match: ["CONTENTFUL_TOKEN=«»", 'contentful_token: "«»"'],
      noMatch: ['colour = "«»"', "CONTENTFUL_TOKEN=«masked»"],
    },
    {
      kind: "contentful-personal-access-token",
      title: "Contentful personal access token",
      pattern: "CFPAT-[A-Za-z0-9_-]{40,70}",
      proof: "entropy",
      match: ["CONTENTFUL_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

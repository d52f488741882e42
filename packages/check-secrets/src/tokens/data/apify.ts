import type { Provider } from "../../token-kind.ts";

/** Tokens of Apify. */
export const apify: Provider = {
  name: "Apify",
  documentation: "https://docs.apify.com/platform/integrations/api",
  kinds: [
    {
      kind: "apify-api-token",
      title: "Apify token",
      pattern: "apify_api_[A-Za-z0-9]{34,38}",
      proof: "structure",
      match: ["APIFY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

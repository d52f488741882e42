import type { Provider } from "../../token-kind.ts";

/** Tokens of Etsy. */
export const etsy: Provider = {
  name: "Etsy",
  documentation: "https://developers.etsy.com/documentation/essentials/authentication/",
  kinds: [
    {
      kind: "etsy-access-token",
      title: "Etsy access token",
      pattern: "[a-z0-9]{24}",
      names: ["etsy"],
      ignoreCase: true,
      proof: "context",
      match: ["ETSY_TOKEN=«»", 'etsy_token: "«»"'],
      noMatch: ['colour = "«»"', "ETSY_TOKEN=«masked»"],
    },
    {
      kind: "etsy-keystring-secret",
      title: "Etsy key and shared secret",
      pattern: "[a-z0-9]{24}:[a-z0-9]{10,64}",
      names: ["etsy", "x-api-key"],
      ignoreCase: true,
      proof: "context",
      match: ["ETSY_SECRET=«»", 'etsy_secret: "«»"'],
      noMatch: ['colour = "«»"', "ETSY_SECRET=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Zapier. */
export const zapier: Provider = {
  name: "Zapier",
  documentation: "https://docs.zapier.com/platform/build/apikeyauth",
  kinds: [
    {
      kind: "zapier-webhook-url",
      title: "Zapier webhook address",
      pattern: String.raw`hooks\.zapier\.com/hooks/catch/\d{5,10}/[A-Za-z0-9]{6,12}`,
      keywords: ["hooks.zapier.com/hooks/"],
      proof: "structure",
      match: ["ZAPIER_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

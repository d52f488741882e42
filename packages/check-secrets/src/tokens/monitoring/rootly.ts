import type { Provider } from "../../token-kind.ts";

/** Tokens of Rootly. */
export const rootly: Provider = {
  name: "Rootly",
  documentation: "https://docs.rootly.com/api-reference/overview",
  kinds: [
    {
      kind: "rootly-api-key",
      title: "Rootly API key",
      pattern: "rootly_[a-f0-9]{64}",
      proof: "structure",
      match: ["ROOTLY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Voyage AI. */
export const voyage: Provider = {
  name: "Voyage AI",
  documentation: "https://docs.voyageai.com/docs/api-key-and-installation",
  kinds: [
    {
      kind: "voyage-api-key",
      title: "Voyage AI API key",
      pattern: "pa-[A-Za-z0-9_-]{43}",
      proof: "entropy",
      match: ["VOYAGE_AI_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

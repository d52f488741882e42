import type { Provider } from "../../token-kind.ts";

/** Tokens of Perplexity. */
export const perplexity: Provider = {
  name: "Perplexity",
  documentation: "https://docs.perplexity.ai/getting-started/quickstart",
  kinds: [
    {
      kind: "perplexity-api-key",
      title: "Perplexity API key",
      pattern: "pplx-[a-zA-Z0-9]{48}",
      proof: "structure",
      match: ["PERPLEXITY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

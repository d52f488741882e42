import type { Provider } from "../../token-kind.ts";

/** Tokens of OpenRouter. */
export const openrouter: Provider = {
  name: "OpenRouter",
  documentation: "https://openrouter.ai/docs/api-reference/authentication",
  kinds: [
    {
      kind: "openrouter-api-key",
      title: "OpenRouter API key",
      pattern: "sk-or-v1-[0-9a-f]{64}",
      ignoreCase: true,
      proof: "structure",
      match: ["OPENROUTER_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

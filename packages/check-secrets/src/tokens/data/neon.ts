import type { Provider } from "../../token-kind.ts";

/** Tokens of Neon. */
export const neon: Provider = {
  name: "Neon",
  documentation: "https://neon.com/docs/manage/api-keys",
  kinds: [
    {
      kind: "neon-api-key",
      title: "Neon API key",
      pattern: "napi_[A-Za-z0-9]{64}",
      proof: "entropy",
      match: ["NEON_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

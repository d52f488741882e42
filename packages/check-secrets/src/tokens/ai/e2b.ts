import type { Provider } from "../../token-kind.ts";

/** Tokens of E2B. */
export const e2b: Provider = {
  name: "E2B",
  documentation: "https://e2b.dev/docs/api-key",
  kinds: [
    {
      kind: "e2b-api-key",
      title: "E2B API key",
      pattern: "e2b_[a-f0-9]{40}",
      proof: "structure",
      match: ["E2B_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

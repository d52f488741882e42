import type { Provider } from "../../token-kind.ts";

/** Tokens of Runpod. */
export const runpod: Provider = {
  name: "Runpod",
  documentation: "https://docs.runpod.io/get-started/api-keys",
  kinds: [
    {
      kind: "runpod-api-key",
      title: "Runpod API key",
      pattern: "rpa_[A-Z0-9]{40}[A-Za-z0-9]{6}",
      proof: "entropy",
      match: ["RUNPOD_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

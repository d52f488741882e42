import type { Provider } from "../../token-kind.ts";

/** Tokens of Fireworks AI. */
export const fireworks: Provider = {
  name: "Fireworks AI",
  documentation: "https://docs.fireworks.ai/getting-started/quickstart",
  kinds: [
    {
      kind: "fireworks-api-key",
      title: "Fireworks AI API key",
      pattern: "fw_[A-Za-z0-9]{20,32}",
      proof: "entropy",
      match: ["FIREWORKS_AI_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of LightOn Paradigm. */
export const lighton: Provider = {
  name: "LightOn Paradigm",
  documentation: "https://paradigm.lighton.ai/docs",
  kinds: [
    {
      kind: "lighton-paradigm-api-key",
      title: "LightOn Paradigm API key",
      pattern: String.raw`[A-Za-z0-9_\-]{40,80}`,
      names: ["lighton", "paradigm"],
      ignoreCase: true,
      proof: "context",
      match: ["LIGHTON_API_KEY=«»", 'lighton_api_key: "«»"'],
      noMatch: ['colour = "«»"', "LIGHTON_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Groq. */
export const groq: Provider = {
  name: "Groq",
  documentation: "https://console.groq.com/docs/quickstart",
  kinds: [
    {
      kind: "groq-api-key",
      title: "Groq API key",
      pattern: "gsk_[A-Z0-9]{52}",
      ignoreCase: true,
      proof: "entropy",
      match: ["GROQ_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

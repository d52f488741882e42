import type { Provider } from "../../token-kind.ts";

/** Tokens of Persona. */
export const persona: Provider = {
  name: "Persona",
  documentation: "https://docs.withpersona.com/api-keys",
  kinds: [
    {
      kind: "persona-production-api-key",
      title: "Persona production API key",
      pattern: "persona_production_[a-z0-9_-]{20,80}",
      proof: "structure",
      match: ["PERSONA_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

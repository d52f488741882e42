import type { Provider } from "../../token-kind.ts";

/** Tokens of Plivo. */
export const plivo: Provider = {
  name: "Plivo",
  documentation: "https://www.plivo.com/docs/voice/api/overview#authentication",
  kinds: [
    {
      kind: "plivo-auth-token",
      title: "Plivo auth token",
      pattern: "[A-Za-z0-9_-]{40}",
      names: ["plivo"],
      proof: "context",
      match: ["PLIVO_TOKEN=«»", 'plivo_token: "«»"'],
      noMatch: ['colour = "«»"', "PLIVO_TOKEN=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Turso. */
export const turso: Provider = {
  name: "Turso",
  documentation: "https://docs.turso.tech/api-reference/authentication",
  kinds: [
    {
      kind: "turso-auth-token",
      title: "Turso auth token",
      pattern: String.raw`eyJ[A-Za-z0-9_-]{15,200}\.eyJ[A-Za-z0-9_-]{40,800}\.[A-Za-z0-9_-]{60,100}`,
      names: ["turso", "libsql"],
      proof: "context",
      match: ["TURSO_TOKEN=«»", 'turso_token: "«»"'],
      noMatch: ['colour = "«»"', "TURSO_TOKEN=«masked»"],
    },
  ],
};

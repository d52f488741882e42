import type { Provider } from "../../token-kind.ts";

/** Tokens of Cursor. */
export const cursor: Provider = {
  name: "Cursor",
  documentation: "https://docs.cursor.com/account/teams/admin-api",
  kinds: [
    {
      kind: "cursor-api-key",
      title: "Cursor API key",
      pattern: "key_[0-9a-f]{64}",
      ignoreCase: true,
      proof: "entropy",
      match: ["CURSOR_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

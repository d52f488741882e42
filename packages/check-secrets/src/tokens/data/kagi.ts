import type { Provider } from "../../token-kind.ts";

/** Tokens of Kagi. */
export const kagi: Provider = {
  name: "Kagi",
  documentation: "https://help.kagi.com/kagi/api/overview.html",
  kinds: [
    {
      kind: "kagi-api-key",
      title: "Kagi API key",
      pattern: String.raw`[a-z0-9_-]{11}\.[a-z0-9_-]{43}`,
      names: ["kagi"],
      ignoreCase: true,
      proof: "context",
      match: ["KAGI_API_KEY=«»", 'kagi_api_key: "«»"'],
      noMatch: ['colour = "«»"', "KAGI_API_KEY=«masked»"],
    },
  ],
};

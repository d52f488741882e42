import type { Provider } from "../../token-kind.ts";

/** Tokens of Upstage. */
export const upstage: Provider = {
  name: "Upstage",
  documentation: "https://console.upstage.ai/docs/getting-started",
  kinds: [
    {
      kind: "upstage-api-key",
      title: "Upstage API key",
      pattern: "[A-Za-z0-9]{40,50}",
      names: ["upstage"],
      ignoreCase: true,
      proof: "context",
      match: ["UPSTAGE_API_KEY=«»", 'upstage_api_key: "«»"'],
      noMatch: ['colour = "«»"', "UPSTAGE_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of LogDNA. */
export const logdna: Provider = {
  name: "LogDNA",
  documentation: "https://docs.mezmo.com/docs/api-keys",
  kinds: [
    {
      kind: "logdna-ingestion-key",
      title: "LogDNA ingestion key",
      pattern: "[a-f0-9]{32}",
      names: ["logdna", "mezmo"],
      proof: "context",
      match: ["LOGDNA_API_KEY=«»", 'logdna_api_key: "«»"'],
      noMatch: ['colour = "«»"', "LOGDNA_API_KEY=«masked»"],
    },
  ],
};

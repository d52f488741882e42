import type { Provider } from "../../token-kind.ts";

/** Tokens of AssemblyAI. */
export const assemblyai: Provider = {
  name: "AssemblyAI",
  documentation: "https://www.assemblyai.com/docs/api-reference/overview",
  kinds: [
    {
      kind: "assemblyai-api-key",
      title: "AssemblyAI API key",
      pattern: "[a-z0-9]{32}",
      names: ["assemblyai"],
      ignoreCase: true,
      proof: "context",
      match: ["ASSEMBLYAI_API_KEY=«»", 'assemblyai_api_key: "«»"'],
      noMatch: ['colour = "«»"', "ASSEMBLYAI_API_KEY=«masked»"],
    },
  ],
};

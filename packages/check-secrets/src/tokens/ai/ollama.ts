import type { Provider } from "../../token-kind.ts";

/** Tokens of Ollama. */
export const ollama: Provider = {
  name: "Ollama",
  documentation: "https://docs.ollama.com/cloud",
  kinds: [
    {
      kind: "ollama-api-key",
      title: "Ollama API key",
      pattern: String.raw`[a-f0-9]{32}\.[a-zA-Z0-9_-]{24}`,
      names: ["ollama"],
      ignoreCase: true,
      proof: "context",
      match: ["OLLAMA_API_KEY=«»", 'ollama_api_key: "«»"'],
      noMatch: ['colour = "«»"', "OLLAMA_API_KEY=«masked»"],
    },
  ],
};

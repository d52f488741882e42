import type { Provider } from "../../token-kind.ts";

/** Tokens of DeepSeek. */
export const deepseek: Provider = {
  name: "DeepSeek",
  documentation: "https://api-docs.deepseek.com/",
  kinds: [
    {
      kind: "deepseek-api-key",
      title: "DeepSeek API key",
      pattern: "sk-[a-f0-9]{32}",
      names: ["deepseek"],
      ignoreCase: true,
      proof: "context",
      match: ["DEEPSEEK_API_KEY=«»", 'deepseek_api_key: "«»"'],
      noMatch: ['colour = "«»"', "DEEPSEEK_API_KEY=«masked»"],
    },
  ],
};

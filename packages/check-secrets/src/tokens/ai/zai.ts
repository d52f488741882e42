import type { Provider } from "../../token-kind.ts";

/** Tokens of Z.ai. */
export const zai: Provider = {
  name: "Z.ai",
  documentation: "https://docs.z.ai/guides/overview/quick-start",
  kinds: [
    {
      kind: "zai-api-key",
      title: "Z.ai API key",
      pattern: String.raw`[a-f0-9]{32}\.[a-zA-Z0-9]{16}`,
      names: ["zai", "z_ai", "z.ai", "glm", "zlm", "zhipu", "bigmodel"],
      proof: "context",
      match: ["ZAI_API_KEY=«»", 'zai_api_key: "«»"'],
      noMatch: ['colour = "«»"', "ZAI_API_KEY=«masked»"],
    },
  ],
};

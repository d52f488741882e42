import type { Provider } from "../../token-kind.ts";

/** Tokens of Anthropic. */
export const anthropic: Provider = {
  name: "Anthropic",
  documentation: "https://docs.anthropic.com/en/api/getting-started",
  kinds: [
    {
      kind: "anthropic-admin-api-key",
      title: "Anthropic admin API key",
      pattern: String.raw`sk-ant-admin01-[a-zA-Z0-9_\-]{93}AA`,
      proof: "structure",
    },
    {
      kind: "anthropic-api-key",
      title: "Anthropic API key",
      pattern: String.raw`sk-ant-api03-[a-zA-Z0-9_\-]{93}AA`,
      proof: "structure",
    },
  ],
};

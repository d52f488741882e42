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
      match: ["ANTHROPIC_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "anthropic-api-key",
      title: "Anthropic API key",
      pattern: String.raw`sk-ant-api03-[a-zA-Z0-9_\-]{93}AA`,
      proof: "structure",
      match: ["ANTHROPIC_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "anthropic-oauth-token",
      title: "Anthropic OAuth token",
      pattern: "sk-ant-(?:oat|ort|sid)01-[A-Za-z0-9_-]{80,120}",
      keywords: ["sk-ant-oat", "sk-ant-ort", "sk-ant-sid"],
      proof: "entropy",
      match: ["ANTHROPIC_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

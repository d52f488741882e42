import type { Provider } from "../../token-kind.ts";

/** Tokens of Tavily. */
export const tavily: Provider = {
  name: "Tavily",
  documentation: "https://docs.tavily.com/documentation/api-reference/introduction",
  kinds: [
    {
      kind: "tavily-api-key",
      title: "Tavily API key",
      pattern: "tvly-(?:dev-|prod-)?[A-Za-z0-9]{32}",
      keywords: ["tvly-"],
      proof: "entropy",
      match: ["TAVILY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

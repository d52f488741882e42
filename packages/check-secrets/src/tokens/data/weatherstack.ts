import type { Provider } from "../../token-kind.ts";

/** Tokens of Weatherstack. */
export const weatherstack: Provider = {
  name: "Weatherstack",
  documentation: "https://weatherstack.com/documentation",
  kinds: [
    {
      kind: "weatherstack-api-key",
      title: "Weatherstack API key",
      pattern: "[0-9a-z]{32}",
      names: ["weatherstack"],
      proof: "context",
      match: ["WEATHERSTACK_API_KEY=«»", 'weatherstack_api_key: "«»"'],
      noMatch: ['colour = "«»"', "WEATHERSTACK_API_KEY=«masked»"],
    },
  ],
};

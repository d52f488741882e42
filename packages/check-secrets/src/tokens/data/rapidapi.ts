import type { Provider } from "../../token-kind.ts";

/** Tokens of RapidAPI. */
export const rapidapi: Provider = {
  name: "RapidAPI",
  documentation: "https://docs.rapidapi.com/docs/keys",
  kinds: [
    {
      kind: "rapidapi-access-token",
      title: "RapidAPI access token",
      pattern: "[a-z0-9_-]{50}",
      names: ["rapidapi"],
      ignoreCase: true,
      proof: "context",
      match: ["RAPIDAPI_TOKEN=«»", 'rapidapi_token: "«»"'],
      noMatch: ['colour = "«»"', "RAPIDAPI_TOKEN=«masked»"],
    },
  ],
};

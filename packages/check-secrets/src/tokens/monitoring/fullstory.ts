import type { Provider } from "../../token-kind.ts";

/** Tokens of FullStory. */
export const fullstory: Provider = {
  name: "FullStory",
  documentation: "https://developer.fullstory.com/server/authentication/",
  kinds: [
    {
      kind: "fullstory-api-key",
      title: "FullStory API key",
      pattern: String.raw`(?:na1|eu1)\.[A-Za-z0-9+/]{20,100}={0,2}`,
      names: ["fullstory", "fs_api"],
      proof: "context",
      match: ["FULLSTORY_API_KEY=«»", 'fullstory_api_key: "«»"'],
      noMatch: ['colour = "«»"', "FULLSTORY_API_KEY=«masked»"],
    },
  ],
};

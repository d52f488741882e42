import type { Provider } from "../../token-kind.ts";

/** Tokens of Snowflake. */
export const snowflake: Provider = {
  name: "Snowflake",
  documentation: "https://docs.snowflake.com/en/user-guide/programmatic-access-tokens",
  kinds: [
    {
      kind: "snowflake-access-token",
      title: "Snowflake programmatic access token",
      pattern: "[A-Za-z0-9_.-]{100,800}",
      names: ["snowflake", "sf_token"],
      proof: "context",
      match: ["SNOWFLAKE_TOKEN=«»", 'snowflake_token: "«»"'],
      noMatch: ['colour = "«»"', "SNOWFLAKE_TOKEN=«masked»"],
    },
  ],
};

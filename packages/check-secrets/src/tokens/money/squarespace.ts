import type { Provider } from "../../token-kind.ts";

/** Tokens of Squarespace. */
export const squarespace: Provider = {
  name: "Squarespace",
  documentation: "https://developers.squarespace.com/commerce-apis/authentication-and-permissions",
  kinds: [
    {
      kind: "squarespace-access-token",
      title: "Squarespace access token",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["squarespace"],
      near: ["squarespace"],
      ignoreCase: true,
      proof: "context",
      match: ["SQUARESPACE_TOKEN=«»", 'squarespace_token: "«»"'],
      noMatch: ['colour = "«»"', "SQUARESPACE_TOKEN=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Box. */
export const box: Provider = {
  name: "Box",
  documentation: "https://developer.box.com/guides/authentication/tokens/",
  kinds: [
    {
      kind: "box-api-access-token",
      title: "Box API access token",
      pattern: "[a-z0-9]{32}",
      names: ["boxt", "boxk", "boxa"],
      ignoreCase: true,
      proof: "context",
      match: ["BOXT_TOKEN=«»", 'boxt_token: "«»"'],
      noMatch: ['colour = "«»"', "BOXT_TOKEN=«masked»"],
    },
  ],
};

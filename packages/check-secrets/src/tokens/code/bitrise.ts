import type { Provider } from "../../token-kind.ts";

/** Tokens of Bitrise. */
export const bitrise: Provider = {
  name: "Bitrise",
  documentation: "https://docs.bitrise.io/en/bitrise-ci/api/authenticating-with-the-bitrise-api.html",
  kinds: [
    {
      kind: "bitrise-access-token",
      title: "Bitrise access token",
      pattern: "[A-Za-z0-9_-]{60,120}",
      names: ["bitrise"],
      proof: "context",
      match: ["BITRISE_TOKEN=«»", 'bitrise_token: "«»"'],
      noMatch: ['colour = "«»"', "BITRISE_TOKEN=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Bitwarden. */
export const bitwarden: Provider = {
  name: "Bitwarden",
  documentation: "https://bitwarden.com/help/access-tokens/",
  kinds: [
    {
      kind: "bitwarden-access-token",
      title: "Bitwarden Secrets Manager access token",
      pattern: String.raw`0\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.[A-Za-z0-9]{30}:[A-Za-z0-9+/]{22}==`,
      names: ["bws", "bitwarden"],
      proof: "structure",
      match: ["BWS_SECRET=«»", 'bws_secret: "«»"'],
      noMatch: ['colour = "«»"', "BWS_SECRET=«masked»"],
    },
  ],
};

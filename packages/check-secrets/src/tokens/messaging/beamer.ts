import type { Provider } from "../../token-kind.ts";

/** Tokens of Beamer. */
export const beamer: Provider = {
  name: "Beamer",
  documentation: "https://www.getbeamer.com/api",
  kinds: [
    {
      kind: "beamer-api-token",
      title: "Beamer API token",
      pattern: String.raw`b_[a-z0-9=_\-]{44}`,
      names: ["beamer"],
      ignoreCase: true,
      proof: "context",
      match: ["BEAMER_TOKEN=«»", 'beamer_token: "«»"'],
      noMatch: ['colour = "«»"', "BEAMER_TOKEN=«masked»"],
    },
  ],
};

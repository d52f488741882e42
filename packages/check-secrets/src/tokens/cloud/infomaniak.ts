import type { Provider } from "../../token-kind.ts";

/** Tokens of Infomaniak. */
export const infomaniak: Provider = {
  name: "Infomaniak",
  documentation: "https://developer.infomaniak.com/getting-started",
  kinds: [
    {
      kind: "infomaniak-api-token",
      title: "Infomaniak API token",
      pattern: String.raw`[A-Za-z0-9_\-]{60,100}`,
      names: ["infomaniak"],
      ignoreCase: true,
      proof: "context",
      match: ["INFOMANIAK_TOKEN=«»", 'infomaniak_token: "«»"'],
      noMatch: ['colour = "«»"', "INFOMANIAK_TOKEN=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Gitter. */
export const gitter: Provider = {
  name: "Gitter",
  documentation: "https://developer.gitter.im/docs/authentication",
  kinds: [
    {
      kind: "gitter-access-token",
      title: "Gitter access token",
      pattern: "[a-z0-9_-]{40}",
      names: ["gitter"],
      ignoreCase: true,
      proof: "context",
      match: ["GITTER_TOKEN=«»", 'gitter_token: "«»"'],
      noMatch: ['colour = "«»"', "GITTER_TOKEN=«masked»"],
    },
  ],
};

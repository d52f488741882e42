import type { Provider } from "../../token-kind.ts";

/** Tokens of Bitbucket. */
export const bitbucket: Provider = {
  name: "Bitbucket",
  documentation: "https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/",
  kinds: [
    {
      kind: "bitbucket-client-token",
      title: "Bitbucket client token",
      pattern: "[a-z0-9]{32}",
      names: ["bitbucket"],
      ignoreCase: true,
      proof: "context",
    },
    {
      kind: "bitbucket-client-secret",
      title: "Bitbucket client secret",
      pattern: String.raw`[a-z0-9=_\-]{64}`,
      names: ["bitbucket"],
      ignoreCase: true,
      proof: "context",
    },
  ],
};

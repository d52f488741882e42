import type { Provider } from "../../token-kind.ts";

/** Tokens of Gitea. */
export const gitea: Provider = {
  name: "Gitea",
  documentation: "https://docs.gitea.com/development/api-usage",
  kinds: [
    {
      kind: "gitea-access-token",
      title: "Gitea access token",
      pattern: "[a-f0-9]{40}",
      names: ["gitea", "forgejo"],
      ignoreCase: true,
      proof: "context",
      match: ["GITEA_TOKEN=«»", 'gitea_token: "«»"'],
      noMatch: ['colour = "«»"', "GITEA_TOKEN=«masked»"],
    },
  ],
};

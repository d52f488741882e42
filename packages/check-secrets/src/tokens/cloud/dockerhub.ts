import type { Provider } from "../../token-kind.ts";

/** Tokens of Docker Hub. */
export const dockerhub: Provider = {
  name: "Docker Hub",
  documentation: "https://docs.docker.com/security/access-tokens/",
  kinds: [
    {
      kind: "dockerhub-personal-access-token",
      title: "Docker Hub personal access token",
      pattern: "dckr_pat_[A-Za-z0-9_-]{27}",
      proof: "structure",
    },
    {
      kind: "dockerhub-organization-access-token",
      title: "Docker Hub organization access token",
      pattern: "dckr_oat_[A-Za-z0-9_-]{32}",
      proof: "structure",
    },
  ],
};

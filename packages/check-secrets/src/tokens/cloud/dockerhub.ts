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
      match: ["DOCKER_HUB_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "dockerhub-organization-access-token",
      title: "Docker Hub organization access token",
      pattern: "dckr_oat_[A-Za-z0-9_-]{32}",
      proof: "structure",
      match: ["DOCKER_HUB_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "dockerhub-token",
      title: "Docker Hub token",
      pattern: "dckr_[a-z]{3}_[A-Za-z0-9_-]{24,40}",
      keywords: ["dckr_"],
      proof: "entropy",
      match: ["DOCKER_HUB_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

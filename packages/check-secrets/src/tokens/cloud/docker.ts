import type { Provider } from "../../token-kind.ts";

/** Tokens of Docker Swarm. */
export const docker: Provider = {
  name: "Docker Swarm",
  documentation: "https://docs.docker.com/reference/cli/docker/swarm/join-token/",
  kinds: [
    {
      kind: "docker-swarm-join-token",
      title: "Docker Swarm join token",
      pattern: "SWMTKN-1-[a-z0-9]{50,60}-[a-z0-9]{24,30}",
      proof: "structure",
      match: ["DOCKER_SWARM_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "docker-swarm-unlock-key",
      title: "Docker Swarm unlock key",
      pattern: "SWMKEY-1-[A-Za-z0-9+/]{40,50}",
      proof: "structure",
      match: ["DOCKER_SWARM_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Drone CI. */
export const droneci: Provider = {
  name: "Drone CI",
  documentation: "https://docs.drone.io/cli/configure/",
  kinds: [
    {
      kind: "droneci-access-token",
      title: "Drone CI access token",
      pattern: "[a-z0-9]{32}",
      names: ["droneci"],
      ignoreCase: true,
      proof: "context",
      match: ["DRONECI_TOKEN=«»", 'droneci_token: "«»"'],
      noMatch: ['colour = "«»"', "DRONECI_TOKEN=«masked»"],
    },
  ],
};

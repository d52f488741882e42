import type { Provider } from "../../token-kind.ts";

/** Tokens of Octopus Deploy. */
export const octopusdeploy: Provider = {
  name: "Octopus Deploy",
  documentation: "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
  kinds: [
    {
      kind: "octopus-deploy-api-key",
      title: "Octopus Deploy API key",
      pattern: "API-[A-Z0-9]{26}",
      proof: "entropy",
      match: ["OCTOPUS_DEPLOY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

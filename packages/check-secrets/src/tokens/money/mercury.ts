import type { Provider } from "../../token-kind.ts";

/** Tokens of Mercury. */
export const mercury: Provider = {
  name: "Mercury",
  documentation: "https://docs.mercury.com/docs/getting-started",
  kinds: [
    {
      kind: "mercury-production-api-token",
      title: "Mercury production API token",
      pattern: "mercury_production_[a-z]{3,6}_[A-Za-z0-9]{40,50}_yrucrem",
      proof: "structure",
      match: ["MERCURY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

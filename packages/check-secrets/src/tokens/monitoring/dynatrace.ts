import type { Provider } from "../../token-kind.ts";

/** Tokens of Dynatrace. */
export const dynatrace: Provider = {
  name: "Dynatrace",
  documentation:
    "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",
  kinds: [
    {
      kind: "dynatrace-api-token",
      title: "Dynatrace API token",
      pattern: String.raw`dt0c01\.[a-z0-9]{24}\.[a-z0-9]{64}`,
      ignoreCase: true,
      proof: "structure",
      match: ["DYNATRACE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

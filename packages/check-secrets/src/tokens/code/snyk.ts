import type { Provider } from "../../token-kind.ts";

/** Tokens of Snyk. */
export const snyk: Provider = {
  name: "Snyk",
  documentation: "https://docs.snyk.io/snyk-api/authentication-for-api",
  kinds: [
    {
      kind: "snyk-api-token",
      title: "Snyk API token",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["snyk"],
      ignoreCase: true,
      proof: "context",
      match: ["SNYK_TOKEN=«»", 'snyk_token: "«»"'],
      noMatch: ['colour = "«»"', "SNYK_TOKEN=«masked»"],
    },
    {
      kind: "snyk-personal-access-token",
      title: "Snyk personal access token",
      pattern: String.raw`snyk_(?:uat|sat)\.[a-z0-9]{8}\.[A-Za-z0-9_-]{20,600}(?:\.[A-Za-z0-9_-]{20,400})?`,
      keywords: ["snyk_uat.", "snyk_sat."],
      proof: "structure",
      match: ["SNYK_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Honeycomb. */
export const honeycomb: Provider = {
  name: "Honeycomb",
  documentation: "https://docs.honeycomb.io/configure/environments/manage-api-keys/",
  kinds: [
    {
      kind: "honeycomb-api-key",
      title: "Honeycomb API key",
      pattern: "(?:[a-f0-9]{32}|[a-z0-9]{22})",
      names: ["honeycomb"],
      ignoreCase: true,
      proof: "context",
      match: ["HONEYCOMB_API_KEY=«»", 'honeycomb_api_key: "«»"'],
      noMatch: ['colour = "«»"', "HONEYCOMB_API_KEY=«masked»"],
    },
    {
      kind: "honeycomb-ingest-key",
      title: "Honeycomb ingest or management key",
      pattern: "(?:hcaik|hcxik|hcamk)_[a-z0-9]{58}",
      proof: "entropy",
      match: ["HONEYCOMB_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

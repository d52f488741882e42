import type { Provider } from "../../token-kind.ts";

/** Tokens of Airtable. */
export const airtable: Provider = {
  name: "Airtable",
  documentation: "https://airtable.com/developers/web/api/authentication",
  kinds: [
    {
      kind: "airtable-api-key",
      title: "Airtable API key",
      pattern: "[a-z0-9]{17}",
      names: ["airtable"],
      ignoreCase: true,
      proof: "context",
      match: ["AIRTABLE_API_KEY=«»", 'airtable_api_key: "«»"'],
      noMatch: ['colour = "«»"', "AIRTABLE_API_KEY=«masked»"],
    },
    {
      kind: "airtable-personal-access-token",
      title: "Airtable personal access token",
      pattern: String.raw`pat[A-Za-z0-9]{14}\.[a-f0-9]{64}`,
      proof: "entropy",
      match: ["AIRTABLE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "airtable-oauth-token",
      title: "Airtable OAuth token",
      pattern: String.raw`[A-Z0-9]{1,100}\.v1\.[A-Z0-9_-]{1,100}\.[a-f0-9]{1,100}`,
      names: ["airtable"],
      ignoreCase: true,
      proof: "context",
      match: ["AIRTABLE_TOKEN=«»", 'airtable_token: "«»"'],
      noMatch: ['colour = "«»"', "AIRTABLE_TOKEN=«masked»"],
    },
  ],
};

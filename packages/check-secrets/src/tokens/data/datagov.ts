import type { Provider } from "../../token-kind.ts";

/** Tokens of data.gov. */
export const datagov: Provider = {
  name: "data.gov",
  documentation: "https://api.data.gov/docs/developer-manual/",
  kinds: [
    {
      kind: "datagov-api-key",
      title: "data.gov API key",
      pattern: "[a-z0-9]{40}",
      names: ["data.gov"],
      ignoreCase: true,
      proof: "context",
      match: ["DATA_GOV_API_KEY=«»", 'data_gov_api_key: "«»"'],
      noMatch: ['colour = "«»"', "DATA_GOV_API_KEY=«masked»"],
    },
  ],
};

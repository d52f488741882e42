import type { Provider } from "../../token-kind.ts";

/** Tokens of Databento. */
export const databento: Provider = {
  name: "Databento",
  documentation: "https://databento.com/docs/portal/api-keys",
  kinds: [
    {
      kind: "databento-api-key",
      title: "Databento API key",
      pattern: "db-[A-Za-z0-9]{29}",
      names: ["databento"],
      ignoreCase: true,
      proof: "context",
      match: ["DATABENTO_API_KEY=«»", 'databento_api_key: "«»"'],
      noMatch: ['colour = "«»"', "DATABENTO_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Databricks. */
export const databricks: Provider = {
  name: "Databricks",
  documentation: "https://docs.databricks.com/aws/en/dev-tools/auth/pat",
  kinds: [
    {
      kind: "databricks-api-token",
      title: "Databricks API token",
      pattern: String.raw`dapi[a-f0-9]{32}(?:-\d)?`,
      proof: "entropy",
      match: ["DATABRICKS_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

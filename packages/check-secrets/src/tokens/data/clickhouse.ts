import type { Provider } from "../../token-kind.ts";

/** Tokens of ClickHouse Cloud. */
export const clickhouse: Provider = {
  name: "ClickHouse Cloud",
  documentation: "https://clickhouse.com/docs/cloud/manage/openapi",
  kinds: [
    {
      kind: "clickhouse-cloud-api-secret-key",
      title: "ClickHouse Cloud API secret key",
      pattern: "4b1d[A-Za-z0-9]{38}",
      proof: "structure",
      match: ["CLICKHOUSE_CLOUD_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of InfluxDB. */
export const influxdb: Provider = {
  name: "InfluxDB",
  documentation: "https://docs.influxdata.com/influxdb/v2/admin/tokens/",
  kinds: [
    {
      kind: "influxdb-api-token",
      title: "InfluxDB API token",
      pattern: "[A-Za-z0-9+/_-]{86}==",
      names: ["influx"],
      proof: "context",
      match: ["INFLUX_TOKEN=«»", 'influx_token: "«»"'],
      noMatch: ['colour = "«»"', "INFLUX_TOKEN=«masked»"],
    },
  ],
};

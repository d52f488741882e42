import type { Provider } from "../../token-kind.ts";

/** Tokens of Grafana. */
export const grafana: Provider = {
  name: "Grafana",
  documentation: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
  kinds: [
    {
      kind: "grafana-api-key",
      title: "Grafana API key",
      pattern: "eyJrIjoi[A-Za-z0-9+/]{40,380}={0,2}",
      proof: "structure",
      match: ["GRAFANA_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "grafana-cloud-api-token",
      title: "Grafana cloud API token",
      pattern: "glc_[A-Za-z0-9+/]{32,400}={0,2}",
      proof: "entropy",
      match: ["GRAFANA_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "grafana-service-account-token",
      title: "Grafana service account token",
      pattern: "glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}",
      proof: "grafana-checksum",
      match: ["GRAFANA_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

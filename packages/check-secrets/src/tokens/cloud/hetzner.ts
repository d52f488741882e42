import type { Provider } from "../../token-kind.ts";

/** Tokens of Hetzner Cloud. */
export const hetzner: Provider = {
  name: "Hetzner Cloud",
  documentation: "https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/",
  kinds: [
    {
      kind: "hetzner-api-token",
      title: "Hetzner Cloud API token",
      pattern: "[A-Za-z0-9]{64}",
      names: ["hcloud", "hetzner"],
      proof: "context",
      match: ["HCLOUD_TOKEN=«»", 'hcloud_token: "«»"'],
      noMatch: ['colour = "«»"', "HCLOUD_TOKEN=«masked»"],
    },
  ],
};

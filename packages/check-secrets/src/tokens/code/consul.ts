import type { Provider } from "../../token-kind.ts";

/** Tokens of HashiCorp Consul. */
export const consul: Provider = {
  name: "HashiCorp Consul",
  documentation: "https://developer.hashicorp.com/consul/docs/security/acl/tokens",
  kinds: [
    {
      kind: "consul-acl-token",
      title: "Consul ACL token",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["consul"],
      near: ['storage "consul"', 'backend "consul"', 'provider "consul"', "consul {", "acl {", "tokens {"],
      proof: "context",
      match: ["CONSUL_HTTP_TOKEN=«»", 'storage "consul" {\n  token = "«»"\n}', 'consul_token: "«»"'],
      noMatch: ['colour = "«»"', "CONSUL_HTTP_TOKEN=«masked»", 'storage "consul" {\n  node_id = "«»"\n}'],
    },
  ],
};

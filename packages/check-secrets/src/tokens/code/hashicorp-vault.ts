import type { Provider } from "../../token-kind.ts";

/** Tokens of HashiCorp Vault. */
export const hashicorpVault: Provider = {
  name: "HashiCorp Vault",
  documentation: "https://developer.hashicorp.com/vault/docs/concepts/tokens",
  kinds: [
    {
      kind: "vault-batch-token",
      title: "HashiCorp Vault batch token",
      pattern: String.raw`hvb\.[\w-]{138,300}`,
      proof: "structure",
      match: ["HASHICORP_VAULT_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "vault-service-token",
      title: "Vault service token",
      pattern: String.raw`hvs\.[\w-]{24,120}`,
      proof: "entropy",
      match: ["HASHICORP_VAULT_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "vault-legacy-service-token",
      title: "Vault service token",
      pattern: String.raw`s\.[a-zA-Z0-9]{24}`,
      names: ["vault", "token"],
      near: ["vault login ", "x-vault-token"],
      proof: "context",
      match: ["VAULT_TOKEN=«»", 'vault_token: "«»"', "vault login «»"],
      noMatch: ['colour = "«»"', "VAULT_TOKEN=«masked»"],
    },
  ],
};

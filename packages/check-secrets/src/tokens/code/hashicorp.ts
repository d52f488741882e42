import type { Provider } from "../../token-kind.ts";

/** Tokens of HashiCorp Terraform. */
export const hashicorp: Provider = {
  name: "HashiCorp Terraform",
  documentation: "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
  kinds: [
    {
      kind: "terraform-api-token",
      title: "Terraform API token",
      pattern: String.raw`[a-zA-Z0-9]{14}\.atlasv1\.[a-zA-Z0-9_=-]{60,70}`,
      keywords: [".atlasv1."],
      proof: "structure",
      match: ["HASHICORP_TERRAFORM_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Asaas. */
export const asaas: Provider = {
  name: "Asaas",
  documentation: "https://docs.asaas.com/docs/authentication",
  kinds: [
    {
      kind: "asaas-api-key",
      title: "Asaas API key",
      pattern: String.raw`\$aact_(?:prod|hmlg)_[A-Za-z0-9_-]{20,100}`,
      keywords: ["$aact_"],
      proof: "structure",
      match: ["ASAAS_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

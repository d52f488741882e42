import type { Provider } from "../../token-kind.ts";

/** Tokens of Civo. */
export const civo: Provider = {
  name: "Civo",
  documentation: "https://www.civo.com/docs/account/api-keys",
  kinds: [
    {
      kind: "civo-api-key",
      title: "Civo API key",
      pattern: "[a-z0-9]{50}",
      names: ["civo"],
      ignoreCase: true,
      proof: "context",
      match: ["CIVO_API_KEY=«»", 'civo_api_key: "«»"'],
      noMatch: ['colour = "«»"', "CIVO_API_KEY=«masked»"],
    },
  ],
};

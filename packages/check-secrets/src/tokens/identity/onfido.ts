import type { Provider } from "../../token-kind.ts";

/** Tokens of Onfido. */
export const onfido: Provider = {
  name: "Onfido",
  documentation: "https://documentation.onfido.com/api/latest/",
  kinds: [
    {
      kind: "onfido-api-token",
      title: "Onfido API token",
      pattern: String.raw`api_(?:live|sandbox)(?:_us|_ca)?\.[A-Za-z0-9_-]{32}`,
      keywords: ["api_live", "api_sandbox"],
      proof: "structure",
      match: ["ONFIDO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Proof. */
export const proof: Provider = {
  name: "Proof",
  documentation: "https://dev.proof.com/docs/authentication",
  kinds: [
    {
      kind: "proof-full-access-api-key",
      title: "Proof full access API key",
      pattern: "prf_(?:cli_)?[A-Za-z0-9_-]{20,80}",
      proof: "structure",
      match: ["PROOF_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

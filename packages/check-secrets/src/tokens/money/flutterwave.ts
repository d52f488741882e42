import type { Provider } from "../../token-kind.ts";

/** Tokens of Flutterwave. */
export const flutterwave: Provider = {
  name: "Flutterwave",
  documentation: "https://developer.flutterwave.com/docs/authentication",
  kinds: [
    {
      kind: "flutterwave-public-key",
      title: "Flutterwave public key",
      pattern: "FLWPUBK_TEST-[a-h0-9]{32}-X",
      ignoreCase: true,
      proof: "structure",
    },
    {
      kind: "flutterwave-secret-key",
      title: "Flutterwave secret key",
      pattern: "FLWSECK_TEST-[a-h0-9]{32}-X",
      ignoreCase: true,
      proof: "structure",
    },
    {
      kind: "flutterwave-encryption-key",
      title: "Flutterwave encryption key",
      pattern: "FLWSECK_TEST-[a-h0-9]{12}",
      ignoreCase: true,
      proof: "structure",
    },
  ],
};

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
      match: ["FLUTTERWAVE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "flutterwave-secret-key",
      title: "Flutterwave secret key",
      pattern: "FLWSECK_TEST-[a-h0-9]{32}-X",
      ignoreCase: true,
      proof: "structure",
      match: ["FLUTTERWAVE_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "flutterwave-encryption-key",
      title: "Flutterwave encryption key",
      pattern: "FLWSECK_TEST-[a-h0-9]{12}",
      ignoreCase: true,
      proof: "structure",
      match: ["FLUTTERWAVE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "flutterwave-live-secret-key",
      title: "Flutterwave secret key",
      pattern: "FLWSECK-[a-h0-9]{20,40}(?:-[a-z0-9]{10,12}vt)?-X",
      ignoreCase: true,
      proof: "structure",
      match: ["FLUTTERWAVE_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

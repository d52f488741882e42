import type { Provider } from "../../token-kind.ts";

/** Tokens of age. */
export const age: Provider = {
  name: "age",
  documentation: "https://age-encryption.org/v1",
  kinds: [
    {
      kind: "age-secret-key",
      title: "age secret key",
      pattern: "AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}",
      proof: "structure",
      match: ["AGE_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

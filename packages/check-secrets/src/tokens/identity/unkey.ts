import type { Provider } from "../../token-kind.ts";

/** Tokens of Unkey. */
export const unkey: Provider = {
  name: "Unkey",
  documentation: "https://www.unkey.com/docs/security/root-keys",
  kinds: [
    {
      kind: "unkey-root-key",
      title: "Unkey root key",
      pattern: "unkey_[A-Za-z0-9]{20,32}",
      proof: "structure",
      match: ["UNKEY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Liveblocks. */
export const liveblocks: Provider = {
  name: "Liveblocks",
  documentation: "https://liveblocks.io/docs/authentication",
  kinds: [
    {
      kind: "liveblocks-secret-key",
      title: "Liveblocks secret key",
      pattern: "sk_(?:prod|dev)_[A-Za-z0-9_-]{60,90}",
      keywords: ["sk_prod_", "sk_dev_"],
      proof: "entropy",
      match: ["LIVEBLOCKS_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Highnote. */
export const highnote: Provider = {
  name: "Highnote",
  documentation: "https://docs.highnote.com/docs/developers/api/authentication",
  kinds: [
    {
      kind: "highnote-secret-key",
      title: "Highnote secret key",
      pattern: "sk_(?:live|test)_a2V5Xz[A-Za-z0-9+/]{69}={0,2}",
      names: ["highnote"],
      proof: "context",
      match: ["HIGHNOTE_SECRET=«»", 'highnote_secret: "«»"'],
      noMatch: ['colour = "«»"', "HIGHNOTE_SECRET=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Modal. */
export const modal: Provider = {
  name: "Modal",
  documentation: "https://modal.com/docs/guide/token",
  kinds: [
    {
      kind: "modal-token-secret",
      title: "Modal token secret",
      pattern: "as-[A-Za-z0-9]{22}",
      names: ["modal"],
      proof: "entropy",
      match: ["MODAL_SECRET=«»", 'modal_secret: "«»"'],
      noMatch: ['colour = "«»"', "MODAL_SECRET=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Trigger.dev. */
export const trigger: Provider = {
  name: "Trigger.dev",
  documentation: "https://trigger.dev/docs/apikeys",
  kinds: [
    {
      kind: "trigger-secret-key",
      title: "Trigger.dev secret key",
      pattern: "tr_(?:dev|prod|stg|preview)_[A-Za-z0-9]{20,30}",
      keywords: ["tr_dev_", "tr_prod_", "tr_stg_", "tr_preview_"],
      proof: "entropy",
      match: ["TRIGGER_DEV_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

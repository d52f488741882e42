import type { Provider } from "../../token-kind.ts";

/** Tokens of Deno Deploy. */
export const deno: Provider = {
  name: "Deno Deploy",
  documentation: "https://docs.deno.com/deploy/manual/",
  kinds: [
    {
      kind: "deno-account-token",
      title: "Deno Deploy account token",
      pattern: "ddp_[A-Za-z0-9]{36}",
      proof: "entropy",
      match: ["DENO_DEPLOY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

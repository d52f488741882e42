import type { Provider } from "../../token-kind.ts";

/** Tokens of Prefect. */
export const prefect: Provider = {
  name: "Prefect",
  documentation: "https://docs.prefect.io/v3/manage/cloud/manage-users/api-keys",
  kinds: [
    {
      kind: "prefect-api-token",
      title: "Prefect API token",
      pattern: "pnu_[a-zA-Z0-9]{36}",
      proof: "entropy",
      match: ["PREFECT_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

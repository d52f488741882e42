import type { Provider } from "../../token-kind.ts";

/** Tokens of SettleMint. */
export const settlemint: Provider = {
  name: "SettleMint",
  documentation: "https://console.settlemint.com/documentation/",
  kinds: [
    {
      kind: "settlemint-application-access-token",
      title: "SettleMint application access token",
      pattern: "sm_aat_[a-zA-Z0-9]{16}",
      proof: "structure",
      match: ["SETTLEMINT_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "settlemint-personal-access-token",
      title: "SettleMint personal access token",
      pattern: "sm_pat_[a-zA-Z0-9]{16}",
      proof: "structure",
      match: ["SETTLEMINT_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "settlemint-service-access-token",
      title: "SettleMint service access token",
      pattern: "sm_sat_[a-zA-Z0-9]{16}",
      proof: "structure",
      match: ["SETTLEMINT_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

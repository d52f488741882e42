import type { Provider } from "../../token-kind.ts";

/** Tokens of EasyPost. */
export const easypost: Provider = {
  name: "EasyPost",
  documentation: "https://docs.easypost.com/docs/authentication",
  kinds: [
    {
      kind: "easypost-api-token",
      title: "EasyPost API token",
      pattern: "EZAK[a-z0-9]{54}",
      ignoreCase: true,
      proof: "entropy",
      match: ["EASYPOST_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "easypost-test-api-token",
      title: "EasyPost test API token",
      pattern: "EZTK[a-z0-9]{54}",
      ignoreCase: true,
      proof: "entropy",
      match: ["EASYPOST_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

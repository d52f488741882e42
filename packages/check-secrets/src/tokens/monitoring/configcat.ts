import type { Provider } from "../../token-kind.ts";

/** Tokens of ConfigCat. */
export const configcat: Provider = {
  name: "ConfigCat",
  documentation: "https://configcat.com/docs/advanced/data-governance/",
  kinds: [
    {
      kind: "configcat-sdk-key",
      title: "ConfigCat SDK key",
      pattern: "[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}",
      names: ["configcat"],
      ignoreCase: true,
      proof: "context",
      match: ["CONFIGCAT_API_KEY=«»", 'configcat_api_key: "«»"'],
      noMatch: ['colour = "«»"', "CONFIGCAT_API_KEY=«masked»"],
    },
    {
      kind: "configcat-sdk-key-extended",
      title: "ConfigCat SDK key extended",
      pattern: "configcat-sdk-1/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}",
      proof: "structure",
      match: ["CONFIGCAT_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

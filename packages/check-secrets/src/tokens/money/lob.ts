import type { Provider } from "../../token-kind.ts";

/** Tokens of Lob. */
export const lob: Provider = {
  name: "Lob",
  documentation: "https://docs.lob.com/",
  kinds: [
    {
      kind: "lob-api-key",
      title: "Lob API key",
      pattern: "(?:live|test)_[a-f0-9]{35}",
      names: ["lob"],
      ignoreCase: true,
      proof: "context",
      match: ["LOB_API_KEY=«»", 'lob_api_key: "«»"'],
      noMatch: ['colour = "«»"', "LOB_API_KEY=«masked»"],
    },
    {
      kind: "lob-publishable-api-key",
      title: "Lob publishable API key",
      pattern: "(?:live|test)_pub_[a-f0-9]{31}",
      names: ["lob"],
      ignoreCase: true,
      proof: "context",
      match: ["LOB_API_KEY=«»", 'lob_api_key: "«»"'],
      noMatch: ['colour = "«»"', "LOB_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Atlassian. */
export const atlassian: Provider = {
  name: "Atlassian",
  documentation: "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
  kinds: [
    {
      kind: "atlassian-api-token",
      title: "Atlassian API token",
      pattern: String.raw`ATATT3[A-Za-z0-9_\-=]{160,230}`,
      proof: "structure",
      match: ["ATLASSIAN_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "atlassian-legacy-api-token",
      title: "Atlassian API token",
      pattern: "[a-z0-9]{20}[a-f0-9]{4}",
      names: ["atlassian", "confluence", "jira"],
      ignoreCase: true,
      proof: "context",
      match: ["ATLASSIAN_TOKEN=«»", 'atlassian_token: "«»"'],
      noMatch: ['colour = "«»"', "ATLASSIAN_TOKEN=«masked»"],
    },
  ],
};

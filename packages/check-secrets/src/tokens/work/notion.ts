import type { Provider } from "../../token-kind.ts";

/** Tokens of Notion. */
export const notion: Provider = {
  name: "Notion",
  documentation: "https://developers.notion.com/docs/authorization",
  kinds: [
    {
      kind: "notion-api-token",
      title: "Notion API token",
      pattern: "ntn_[0-9]{11}[A-Za-z0-9]{32}[A-Za-z0-9]{3}",
      proof: "entropy",
      match: ["NOTION_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "notion-integration-secret",
      title: "Notion integration secret",
      pattern: "secret_[A-Za-z0-9]{43}",
      proof: "entropy",
      match: ["NOTION_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

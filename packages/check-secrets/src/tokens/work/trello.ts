import type { Provider } from "../../token-kind.ts";

/** Tokens of Trello. */
export const trello: Provider = {
  name: "Trello",
  documentation: "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
  kinds: [
    {
      kind: "trello-token",
      title: "Trello token",
      pattern: "ATTA[a-f0-9]{72}",
      proof: "structure",
      match: ["TRELLO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "trello-api-key",
      title: "Trello API key",
      pattern: "[a-f0-9]{32}",
      names: ["trello"],
      proof: "context",
      match: ["TRELLO_API_KEY=«»", 'trello_api_key: "«»"'],
      noMatch: ['colour = "«»"', "TRELLO_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Trello. */
export const trello: Provider = {
  name: "Trello",
  documentation: "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
  kinds: [
    { kind: "trello-token", title: "Trello token", pattern: "ATTA[a-f0-9]{72}", proof: "structure" },
    { kind: "trello-api-key", title: "Trello API key", pattern: "[a-f0-9]{32}", names: ["trello"], proof: "context" },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of ClickUp. */
export const clickup: Provider = {
  name: "ClickUp",
  documentation: "https://developer.clickup.com/docs/authentication",
  kinds: [
    {
      kind: "clickup-personal-api-token",
      title: "ClickUp personal API token",
      pattern: "pk_[0-9]{8,9}_[a-z0-9]{32}",
      names: ["clickup"],
      ignoreCase: true,
      proof: "context",
      match: ["CLICKUP_TOKEN=«»", 'clickup_token: "«»"'],
      noMatch: ['colour = "«»"', "CLICKUP_TOKEN=«masked»"],
    },
  ],
};

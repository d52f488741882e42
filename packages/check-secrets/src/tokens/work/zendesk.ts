import type { Provider } from "../../token-kind.ts";

/** Tokens of Zendesk. */
export const zendesk: Provider = {
  name: "Zendesk",
  documentation: "https://developer.zendesk.com/api-reference/introduction/security-and-auth/",
  kinds: [
    {
      kind: "zendesk-secret-key",
      title: "Zendesk secret key",
      pattern: "[a-z0-9]{40}",
      names: ["zendesk"],
      ignoreCase: true,
      proof: "context",
      match: ["ZENDESK_SECRET=«»", 'zendesk_secret: "«»"'],
      noMatch: ['colour = "«»"', "ZENDESK_SECRET=«masked»"],
    },
  ],
};

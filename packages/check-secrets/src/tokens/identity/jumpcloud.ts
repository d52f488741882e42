import type { Provider } from "../../token-kind.ts";

/** Tokens of JumpCloud. */
export const jumpcloud: Provider = {
  name: "JumpCloud",
  documentation: "https://docs.jumpcloud.com/api/2.0/index.html",
  kinds: [
    {
      kind: "jumpcloud-api-key",
      title: "JumpCloud API key",
      pattern: "[a-z0-9]{40}",
      names: ["jumpcloud"],
      ignoreCase: true,
      proof: "context",
      match: ["JUMPCLOUD_API_KEY=«»", 'jumpcloud_api_key: "«»"'],
      noMatch: ['colour = "«»"', "JUMPCLOUD_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Linode. */
export const linode: Provider = {
  name: "Linode",
  documentation: "https://techdocs.akamai.com/linode-api/reference/get-started",
  kinds: [
    {
      kind: "linode-access-token",
      title: "Linode access token",
      pattern: "[a-f0-9]{64}",
      names: ["linode"],
      proof: "context",
      match: ["LINODE_TOKEN=«»", 'linode_token: "«»"'],
      noMatch: ['colour = "«»"', "LINODE_TOKEN=«masked»"],
    },
  ],
};

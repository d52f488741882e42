import type { Provider } from "../../token-kind.ts";

/** Tokens of WorkOS. */
export const workos: Provider = {
  name: "WorkOS",
  documentation: "https://workos.com/docs/reference/api-keys",
  kinds: [
    {
      kind: "workos-api-key",
      title: "WorkOS API key",
      pattern: "sk_(?:live|test)_a2V5Xz[A-Za-z0-9+/]{40,90}={0,2}",
      names: ["workos"],
      proof: "context",
      match: ["WORKOS_API_KEY=«»", 'workos_api_key: "«»"'],
      noMatch: ['colour = "«»"', "WORKOS_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Keys of Ghost. */
export const ghost: Provider = {
  name: "Ghost",
  documentation: "https://ghost.org/docs/admin-api/#token-authentication",
  kinds: [
    {
      kind: "ghost-admin-api-key",
      title: "Ghost Admin API key",
      pattern: "[0-9a-f]{24}:[0-9a-f]{64}",
      names: ["ghost"],
      near: ["ghost"],
      proof: "context",
      match: ["GHOST_ADMIN_API_KEY=«»", "new GhostAdminAPI({ url, key: '«»', version: 'v5.0' })"],
      noMatch: ['colour = "«»"', "GHOST_ADMIN_API_KEY=«masked»", "ghost id: «short»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of npm. */
export const npm: Provider = {
  name: "npm",
  documentation: "https://docs.npmjs.com/about-access-tokens",
  kinds: [
    { kind: "npm-access-token", title: "npm access token", pattern: "npm_[a-z0-9]{36}", ignoreCase: true, proof: "npm-checksum" },
    {
      kind: "npm-legacy-token",
      title: "npm token",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["_authtoken", "npm_token"],
      proof: "context",
    },
  ],
};

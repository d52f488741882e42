import type { Provider } from "../../token-kind.ts";

/** Tokens of npm. */
export const npm: Provider = {
  name: "npm",
  documentation: "https://docs.npmjs.com/about-access-tokens",
  kinds: [
    {
      kind: "npm-access-token",
      title: "npm access token",
      pattern: "npm_[a-z0-9]{36}",
      ignoreCase: true,
      proof: "npm-checksum",
      match: ["NPM_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "npm-legacy-token",
      title: "npm token",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["_authtoken", "npm_token"],
      proof: "context",
      match: ["AUTHTOKEN_TOKEN=«»", 'authtoken_token: "«»"'],
      noMatch: ['colour = "«»"', "AUTHTOKEN_TOKEN=«masked»"],
    },
    {
      kind: "npm-granular-token",
      title: "npm granular access token",
      pattern: "npm_[A-Za-z0-9]{40,80}",
      proof: "entropy",
      match: ["NPM_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Auth0. */
export const auth0: Provider = {
  name: "Auth0",
  documentation: "https://auth0.com/docs/secure/application-credentials",
  kinds: [
    {
      kind: "auth0-client-secret",
      title: "Auth0 client secret",
      pattern: "[A-Za-z0-9_-]{64}",
      names: ["auth0"],
      proof: "context",
      match: ["AUTH0_SECRET=«»", 'auth0_secret: "«»"'],
      noMatch: ['colour = "«»"', "AUTH0_SECRET=«masked»"],
    },
  ],
};

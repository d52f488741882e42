import type { Provider } from "../../token-kind.ts";

/** Tokens of Clerk. */
export const clerk: Provider = {
  name: "Clerk",
  documentation: "https://clerk.com/docs/deployments/clerk-environment-variables",
  kinds: [
    {
      kind: "clerk-secret-key",
      title: "Clerk secret key",
      pattern: "sk_(?:test|live)_[A-Za-z0-9]{32}",
      names: ["clerk"],
      ignoreCase: true,
      proof: "context",
      match: ["CLERK_SECRET=«»", 'clerk_secret: "«»"'],
      noMatch: ['colour = "«»"', "CLERK_SECRET=«masked»"],
    },
  ],
};

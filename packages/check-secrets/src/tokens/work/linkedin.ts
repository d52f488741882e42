import type { Provider } from "../../token-kind.ts";

/** Tokens of LinkedIn. */
export const linkedin: Provider = {
  name: "LinkedIn",
  documentation: "https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication",
  kinds: [
    {
      kind: "linkedin-client-token",
      title: "LinkedIn client token",
      pattern: "[a-z0-9]{14}",
      names: ["linkedin", "linked_in", "linked-in"],
      ignoreCase: true,
      proof: "context",
      match: ["LINKEDIN_TOKEN=«»", 'linkedin_token: "«»"'],
      noMatch: ['colour = "«»"', "LINKEDIN_TOKEN=«masked»"],
    },
    {
      kind: "linkedin-client-secret",
      title: "LinkedIn client secret",
      pattern: "[a-z0-9]{16}",
      names: ["linkedin", "linked_in", "linked-in"],
      ignoreCase: true,
      proof: "context",
      match: ["LINKEDIN_SECRET=«»", 'linkedin_secret: "«»"'],
      noMatch: ['colour = "«»"', "LINKEDIN_SECRET=«masked»"],
    },
    {
      kind: "linkedin-primary-client-secret",
      title: "LinkedIn client secret",
      pattern: String.raw`WPL_AP\d\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{6}==`,
      proof: "structure",
      match: ["LINKEDIN_CLIENT_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Sentry. */
export const sentry: Provider = {
  name: "Sentry",
  documentation: "https://docs.sentry.io/account/auth-tokens/",
  kinds: [
    {
      kind: "sentry-access-token",
      title: "Sentry access token",
      pattern: "[a-f0-9]{64}",
      names: ["sentry"],
      ignoreCase: true,
      proof: "context",
      match: ["SENTRY_TOKEN=«»", 'sentry_token: "«»"'],
      noMatch: ['colour = "«»"', "SENTRY_TOKEN=«masked»"],
    },
    {
      kind: "sentry-user-token",
      title: "Sentry user token",
      pattern: "sntryu_[a-f0-9]{64}",
      proof: "structure",
      match: ["SENTRY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "sentry-org-token",
      title: "Sentry organization token",
      pattern: "sntrys_eyJ[a-zA-Z0-9+/]{20,400}={0,2}_[a-zA-Z0-9+/]{43}",
      proof: "structure",
      match: ["SENTRY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

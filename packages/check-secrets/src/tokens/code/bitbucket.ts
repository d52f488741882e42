import type { Provider } from "../../token-kind.ts";

/** Tokens of Bitbucket. */
export const bitbucket: Provider = {
  name: "Bitbucket",
  documentation: "https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/",
  kinds: [
    {
      kind: "bitbucket-client-token",
      title: "Bitbucket client token",
      pattern: "[a-z0-9]{32}",
      names: ["bitbucket"],
      ignoreCase: true,
      proof: "context",
      match: ["BITBUCKET_TOKEN=«»", 'bitbucket_token: "«»"'],
      noMatch: ['colour = "«»"', "BITBUCKET_TOKEN=«masked»"],
    },
    {
      kind: "bitbucket-client-secret",
      title: "Bitbucket client secret",
      pattern: String.raw`[a-z0-9=_\-]{64}`,
      names: ["bitbucket"],
      ignoreCase: true,
      proof: "context",
      match: ["BITBUCKET_SECRET=«»", 'bitbucket_secret: "«»"'],
      noMatch: ['colour = "«»"', "BITBUCKET_SECRET=«masked»"],
    },
    {
      kind: "bitbucket-app-password",
      title: "Bitbucket app password",
      pattern: "ATBB[A-Za-z0-9_=-]{32,36}",
      proof: "entropy",
      match: ["BITBUCKET_PASSWORD=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "bitbucket-access-token",
      title: "Bitbucket access token",
      pattern: "ATCTT3[A-Za-z0-9_=-]{100,220}",
      proof: "structure",
      match: ["BITBUCKET_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "bitbucket-data-center-token",
      title: "Bitbucket Data Center access token",
      pattern: "BBDC-[A-Za-z0-9+/]{44}",
      proof: "entropy",
      match: ["BITBUCKET_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

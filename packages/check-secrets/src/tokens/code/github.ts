import type { Provider } from "../../token-kind.ts";

/** Tokens of GitHub. */
export const github: Provider = {
  name: "GitHub",
  documentation: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",
  kinds: [
    {
      kind: "github-pat",
      title: "GitHub personal access token",
      pattern: "ghp_[0-9a-zA-Z]{36}",
      proof: "github-checksum",
      match: ["GITHUB_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "github-fine-grained-pat",
      title: "GitHub fine grained personal access token",
      pattern: String.raw`github_pat_\w{82}`,
      proof: "structure",
      match: ["GITHUB_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "github-oauth",
      title: "GitHub OAuth",
      pattern: "gho_[0-9a-zA-Z]{36}",
      proof: "github-checksum",
      match: ["GITHUB_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "github-app-token",
      title: "GitHub app token",
      pattern: "(?:ghu|ghs)_[0-9a-zA-Z]{36}",
      proof: "github-checksum",
      match: ["GITHUB_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "github-app-installation-token",
      title: "GitHub app installation token",
      pattern: String.raw`ghs_\d{1,12}_eyJ[A-Za-z0-9_-]{8,800}\.eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{20,800}`,
      proof: "structure",
      match: ["GITHUB_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "github-refresh-token",
      title: "GitHub refresh token",
      pattern: "ghr_[0-9a-zA-Z]{36}",
      proof: "github-checksum",
      match: ["GITHUB_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of JFrog Artifactory. */
export const artifactory: Provider = {
  name: "JFrog Artifactory",
  documentation: "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens",
  kinds: [
    {
      kind: "artifactory-api-key",
      title: "JFrog Artifactory API key",
      pattern: "AKCp[A-Za-z0-9]{68,70}",
      proof: "entropy",
      match: ["JFROG_ARTIFACTORY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "artifactory-reference-token",
      title: "JFrog Artifactory reference token",
      pattern: "cmVmd[A-Za-z0-9]{59}",
      proof: "structure",
      match: ["JFROG_ARTIFACTORY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "jfrog-api-key",
      title: "JFrog API key",
      pattern: "[a-zA-Z0-9]{73}",
      names: ["jfrog", "artifactory", "bintray", "xray"],
      proof: "context",
      match: ["JFROG_API_KEY=«»", 'jfrog_api_key: "«»"'],
      noMatch: ['colour = "«»"', "JFROG_API_KEY=«masked»"],
    },
    {
      kind: "jfrog-identity-token",
      title: "JFrog identity token",
      pattern: "[a-zA-Z0-9]{64}",
      names: ["jfrog", "artifactory", "bintray", "xray"],
      proof: "context",
      match: ["JFROG_TOKEN=«»", 'jfrog_token: "«»"'],
      noMatch: ['colour = "«»"', "JFROG_TOKEN=«masked»"],
    },
  ],
};

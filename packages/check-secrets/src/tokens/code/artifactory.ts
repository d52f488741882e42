import type { Provider } from "../../token-kind.ts";

/** Tokens of JFrog Artifactory. */
export const artifactory: Provider = {
  name: "JFrog Artifactory",
  documentation: "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens",
  kinds: [
    { kind: "artifactory-api-key", title: "JFrog Artifactory API key", pattern: "AKCp[A-Za-z0-9]{68,70}", proof: "entropy" },
    {
      kind: "artifactory-reference-token",
      title: "JFrog Artifactory reference token",
      pattern: "cmVmd[A-Za-z0-9]{59}",
      proof: "structure",
    },
    {
      kind: "jfrog-api-key",
      title: "JFrog API key",
      pattern: "[a-zA-Z0-9]{73}",
      names: ["jfrog", "artifactory", "bintray", "xray"],
      proof: "context",
    },
    {
      kind: "jfrog-identity-token",
      title: "JFrog identity token",
      pattern: "[a-zA-Z0-9]{64}",
      names: ["jfrog", "artifactory", "bintray", "xray"],
      proof: "context",
    },
  ],
};

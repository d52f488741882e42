import type { Provider } from "../../token-kind.ts";

/** Tokens of Jenkins. */
export const jenkins: Provider = {
  name: "Jenkins",
  documentation: "https://www.jenkins.io/doc/book/using/remote-access-api/",
  kinds: [
    {
      kind: "jenkins-api-token",
      title: "Jenkins API token",
      pattern: "11[a-f0-9]{32}",
      names: ["jenkins"],
      proof: "context",
      match: ["JENKINS_TOKEN=«»", 'jenkins_token: "«»"'],
      noMatch: ['colour = "«»"', "JENKINS_TOKEN=«masked»"],
    },
  ],
};

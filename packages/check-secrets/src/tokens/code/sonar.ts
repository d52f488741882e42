import type { Provider } from "../../token-kind.ts";

/** Tokens of SonarQube. */
export const sonar: Provider = {
  name: "SonarQube",
  documentation: "https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/",
  kinds: [
    {
      kind: "sonarqube-token",
      title: "SonarQube token",
      pattern: "(?:squ_|sqp_|sqa_)[a-f0-9]{40}",
      proof: "structure",
      match: ["SONARQUBE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "sonarqube-legacy-token",
      title: "SonarQube token",
      pattern: "[a-z0-9=_-]{40}",
      names: ["sonar"],
      ignoreCase: true,
      proof: "context",
      match: ["SONAR_TOKEN=«»", 'sonar_token: "«»"'],
      noMatch: ['colour = "«»"', "SONAR_TOKEN=«masked»"],
    },
    {
      kind: "sonarqube-cloud-token",
      title: "SonarQube Cloud token",
      pattern: "sqco_[a-zA-Z0-9]{59}",
      proof: "structure",
      match: ["SONAR_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

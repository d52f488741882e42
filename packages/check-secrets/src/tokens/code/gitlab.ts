import type { Provider } from "../../token-kind.ts";

/** Tokens of GitLab. */
export const gitlab: Provider = {
  name: "GitLab",
  documentation: "https://docs.gitlab.com/security/tokens/",
  kinds: [
    {
      kind: "gitlab-cicd-job-token",
      title: "GitLab CI job token",
      pattern: "glcbt-[0-9a-zA-Z]{1,5}_[0-9a-zA-Z_-]{20}",
      proof: "structure",
    },
    { kind: "gitlab-deploy-token", title: "GitLab deploy token", pattern: String.raw`gldt-[0-9a-zA-Z_\-]{20}`, proof: "entropy" },
    {
      kind: "gitlab-feature-flag-client-token",
      title: "GitLab feature flag client token",
      pattern: String.raw`glffct-[0-9a-zA-Z_\-]{20}`,
      proof: "structure",
    },
    { kind: "gitlab-feed-token", title: "GitLab feed token", pattern: String.raw`glft-[0-9a-zA-Z_\-]{20}`, proof: "entropy" },
    {
      kind: "gitlab-incoming-mail-token",
      title: "GitLab incoming mail token",
      pattern: String.raw`glimt-[0-9a-zA-Z_\-]{25}`,
      proof: "structure",
    },
    {
      kind: "gitlab-kubernetes-agent-token",
      title: "GitLab kubernetes agent token",
      pattern: String.raw`glagent-[0-9a-zA-Z_\-]{50}`,
      proof: "structure",
    },
    {
      kind: "gitlab-oauth-app-secret",
      title: "GitLab OAuth app secret",
      pattern: String.raw`gloas-[0-9a-zA-Z_\-]{64}`,
      proof: "structure",
    },
    { kind: "gitlab-pat", title: "GitLab personal access token", pattern: String.raw`glpat-[\w-]{20}`, proof: "structure" },
    {
      kind: "gitlab-pat-routable",
      title: "GitLab personal access token routable",
      pattern: String.raw`glpat-[0-9a-zA-Z_-]{27,300}\.[0-9a-z]{2}[0-9a-z]{7}`,
      proof: "structure",
    },
    {
      kind: "gitlab-pat-routable-versioned",
      title: "GitLab personal access token routable versioned",
      pattern: String.raw`glpat-[0-9a-zA-Z_-]{27,300}\.[0-9a-z]{2}\.[0-9a-z]{9}`,
      proof: "structure",
    },
    { kind: "gitlab-ptt", title: "GitLab pipeline trigger token", pattern: "glptt-[0-9a-f]{40}", proof: "structure" },
    {
      kind: "gitlab-rrt",
      title: "GitLab runner registration token",
      pattern: String.raw`GR1348941[\w-]{20}`,
      proof: "structure",
    },
    {
      kind: "gitlab-runner-authentication-token",
      title: "GitLab runner authentication token",
      pattern: String.raw`glrt-[0-9a-zA-Z_\-]{20}`,
      proof: "entropy",
    },
    {
      kind: "gitlab-runner-authentication-token-routable",
      title: "GitLab runner authentication token routable",
      pattern: String.raw`glrt-t\d_[0-9a-zA-Z_\-]{27,300}\.[0-9a-z]{2}[0-9a-z]{7}`,
      proof: "structure",
    },
    { kind: "gitlab-scim-token", title: "GitLab SCIM token", pattern: String.raw`glsoat-[0-9a-zA-Z_\-]{20}`, proof: "structure" },
    {
      kind: "gitlab-session-cookie",
      title: "GitLab session cookie",
      pattern: "_gitlab_session=[0-9a-z]{32}",
      proof: "structure",
    },
    {
      kind: "gitlab-deploy-key-legacy",
      title: "GitLab personal access token",
      pattern: "[A-Za-z0-9_-]{20}",
      names: ["gitlab"],
      proof: "context",
    },
  ],
};

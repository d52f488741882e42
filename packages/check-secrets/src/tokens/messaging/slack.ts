import type { Provider } from "../../token-kind.ts";

/** Tokens of Slack. */
export const slack: Provider = {
  name: "Slack",
  documentation: "https://api.slack.com/authentication/token-types",
  kinds: [
    {
      kind: "slack-bot-token",
      title: "Slack bot token",
      pattern: "xoxb-[0-9]{8,14}-(?:[0-9]{8,14}-?)?[a-zA-Z0-9-]{10,40}",
      proof: "structure",
    },
    {
      kind: "slack-user-token",
      title: "Slack user token",
      pattern: "xox[pe](?:-[0-9]{10,13}){3}-[a-zA-Z0-9-]{28,34}",
      keywords: ["xoxp-", "xoxe-"],
      proof: "structure",
    },
    {
      kind: "slack-app-token",
      title: "Slack app token",
      pattern: String.raw`xapp-\d-[A-Za-z0-9]{8,16}-\d{9,16}-[a-z0-9]{30,80}`,
      proof: "entropy",
    },
    {
      kind: "slack-configuration-token",
      title: "Slack configuration token",
      pattern: String.raw`xoxe\.xox[bp]-\d-[A-Z0-9]{163,166}`,
      ignoreCase: true,
      keywords: ["xoxe.xoxb-", "xoxe.xoxp-"],
      proof: "entropy",
    },
    {
      kind: "slack-configuration-refresh-token",
      title: "Slack configuration refresh token",
      pattern: String.raw`xoxe-\d-[A-Z0-9]{146}`,
      ignoreCase: true,
      proof: "entropy",
    },
    {
      kind: "slack-workspace-token",
      title: "Slack workspace token",
      pattern: String.raw`xox[ar]-(?:\d-)?[0-9a-zA-Z-]{8,60}`,
      keywords: ["xoxa-", "xoxr-"],
      proof: "structure",
    },
    {
      kind: "slack-legacy-token",
      title: "Slack legacy token",
      pattern: String.raw`xox[os]-\d{5,15}-\d{5,15}-\d{5,15}-[a-fA-F\d]{8,64}`,
      keywords: ["xoxo-", "xoxs-"],
      proof: "structure",
    },
    {
      kind: "slack-session-cookie",
      title: "Slack session cookie",
      pattern: String.raw`xoxd-[\w/\\+%-]{100,400}={0,2}`,
      proof: "entropy",
    },
    {
      kind: "slack-session-token",
      title: "Slack session token",
      pattern: String.raw`xoxc-\d{9,15}-\d{9,15}-\d{9,15}-[a-f0-9]{64}`,
      proof: "entropy",
    },
    {
      kind: "slack-webhook-url",
      title: "Slack webhook address",
      pattern: String.raw`hooks\.slack\.com/(?:services|workflows|triggers)/[A-Za-z0-9+/]{43,90}`,
      keywords: ["hooks.slack.com/"],
      proof: "structure",
    },
  ],
};

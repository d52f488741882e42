import type { Provider } from "../../token-kind.ts";

/** Tokens of LaunchDarkly. */
export const launchdarkly: Provider = {
  name: "LaunchDarkly",
  documentation: "https://launchdarkly.com/docs/home/account/api",
  kinds: [
    {
      kind: "launchdarkly-access-token",
      title: "LaunchDarkly access token",
      pattern: String.raw`[a-z0-9=_\-]{40}`,
      names: ["launchdarkly"],
      ignoreCase: true,
      proof: "context",
    },
  ],
};

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
      match: ["LAUNCHDARKLY_TOKEN=«»", 'launchdarkly_token: "«»"'],
      noMatch: ['colour = "«»"', "LAUNCHDARKLY_TOKEN=«masked»"],
    },
    {
      kind: "launchdarkly-api-key",
      title: "LaunchDarkly API access token",
      pattern: "api-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      proof: "structure",
      match: ["LAUNCHDARKLY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "launchdarkly-sdk-key",
      title: "LaunchDarkly SDK key",
      pattern: "sdk-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      proof: "structure",
      match: ["LAUNCHDARKLY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

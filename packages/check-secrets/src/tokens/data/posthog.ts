import type { Provider } from "../../token-kind.ts";

/** Tokens of PostHog; its project keys (`phc_…`) are public by its own documentation. */
export const posthog: Provider = {
  name: "PostHog",
  documentation: "https://posthog.com/docs/api",
  kinds: [
    {
      kind: "posthog-personal-api-key",
      title: "PostHog personal API key",
      pattern: String.raw`phx_[a-zA-Z0-9_\-]{41,49}`,
      ignoreCase: true,
      proof: "entropy",
      match: ["POSTHOG_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

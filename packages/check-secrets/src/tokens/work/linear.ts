import type { Provider } from "../../token-kind.ts";

/** Tokens of Linear. */
export const linear: Provider = {
  name: "Linear",
  documentation: "https://linear.app/developers/graphql",
  kinds: [
    {
      kind: "linear-api-key",
      title: "Linear API key",
      pattern: "lin_api_[a-z0-9]{40}",
      ignoreCase: true,
      proof: "structure",
      match: ["LINEAR_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "linear-client-secret",
      title: "Linear client secret",
      pattern: "[a-f0-9]{32}",
      names: ["linear"],
      ignoreCase: true,
      proof: "context",
      match: ["LINEAR_SECRET=«»", 'linear_secret: "«»"'],
      noMatch: ['colour = "«»"', "LINEAR_SECRET=«masked»"],
    },
    {
      kind: "linear-oauth-token",
      title: "Linear OAuth token",
      pattern: "lin_oauth_[a-f0-9]{64}",
      proof: "structure",
      match: ["LINEAR_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Linear. */
export const linear: Provider = {
  name: "Linear",
  documentation: "https://linear.app/developers/graphql",
  kinds: [
    { kind: "linear-api-key", title: "Linear API key", pattern: "lin_api_[a-z0-9]{40}", ignoreCase: true, proof: "structure" },
    {
      kind: "linear-client-secret",
      title: "Linear client secret",
      pattern: "[a-f0-9]{32}",
      names: ["linear"],
      ignoreCase: true,
      proof: "context",
    },
  ],
};

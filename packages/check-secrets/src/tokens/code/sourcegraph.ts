import type { Provider } from "../../token-kind.ts";

/** Tokens of Sourcegraph. */
export const sourcegraph: Provider = {
  name: "Sourcegraph",
  documentation: "https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token",
  kinds: [
    {
      kind: "sourcegraph-access-token",
      title: "Sourcegraph access token",
      pattern: "sgp_(?:(?:[a-fA-F0-9]{16}|local)_)?[a-fA-F0-9]{40}",
      ignoreCase: true,
      proof: "structure",
      match: ["SOURCEGRAPH_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "sourcegraph-legacy-token",
      title: "Sourcegraph access token",
      pattern: "[a-f0-9]{40}",
      names: ["sourcegraph"],
      ignoreCase: true,
      proof: "context",
      match: ["SOURCEGRAPH_TOKEN=«»", 'sourcegraph_token: "«»"'],
      noMatch: ['colour = "«»"', "SOURCEGRAPH_TOKEN=«masked»"],
    },
    {
      kind: "sourcegraph-licence-key",
      title: "Sourcegraph licence key",
      pattern: "slk_[a-f0-9]{64}",
      proof: "structure",
      match: ["SOURCEGRAPH_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

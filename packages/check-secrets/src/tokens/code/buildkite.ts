import type { Provider } from "../../token-kind.ts";

/** Tokens of Buildkite. */
export const buildkite: Provider = {
  name: "Buildkite",
  documentation: "https://buildkite.com/docs/platform/security/tokens",
  kinds: [
    {
      kind: "buildkite-user-access-token",
      title: "Buildkite user access token",
      pattern: "bkua_(?:[a-z0-9]{53}|[a-z0-9]{40})",
      proof: "structure",
      match: ["BUILDKITE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "buildkite-service-token",
      title: "Buildkite token",
      pattern:
        "(?:bkaa_[A-Za-z0-9_-]{75}|bkaj_[A-Za-z0-9_-]{333}|bkar_[A-Za-z0-9_-]{73}|bkct_[A-Za-z0-9_-]{73}|bkpt_[A-Za-z0-9_-]{199}|bkpat_[A-Za-z0-9_-]{54}|bkps_[A-Za-z0-9_-]{64})",
      keywords: ["bkaa_", "bkaj_", "bkar_", "bkct_", "bkpt_", "bkpat_", "bkps_"],
      proof: "structure",
      match: ["BUILDKITE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

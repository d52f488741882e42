import type { Provider } from "../../token-kind.ts";

/** Tokens of Polar. */
export const polar: Provider = {
  name: "Polar",
  documentation: "https://polar.sh/docs/integrate/authentication",
  kinds: [
    {
      kind: "polar-organization-access-token",
      title: "Polar organization access token",
      pattern: "polar_oat_[A-Za-z0-9_-]{20,100}",
      proof: "structure",
      match: ["POLAR_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "polar-personal-access-token",
      title: "Polar personal access token",
      pattern: "polar_pat_[A-Za-z0-9_-]{20,100}",
      proof: "structure",
      match: ["POLAR_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "polar-oauth-access-token",
      title: "Polar OAuth access token",
      pattern: "polar_at_[A-Za-z0-9_-]{20,100}",
      proof: "structure",
      match: ["POLAR_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

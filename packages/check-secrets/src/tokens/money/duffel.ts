import type { Provider } from "../../token-kind.ts";

/** Tokens of Duffel. */
export const duffel: Provider = {
  name: "Duffel",
  documentation: "https://duffel.com/docs/api/overview/making-requests",
  kinds: [
    {
      kind: "duffel-api-token",
      title: "Duffel API token",
      pattern: String.raw`duffel_(?:test|live)_[a-z0-9_\-=]{43}`,
      ignoreCase: true,
      proof: "structure",
      match: ["DUFFEL_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Scalingo. */
export const scalingo: Provider = {
  name: "Scalingo",
  documentation: "https://developers.scalingo.com/#authentication",
  kinds: [
    {
      kind: "scalingo-api-token",
      title: "Scalingo API token",
      pattern: String.raw`tk-us-[\w-]{48}`,
      proof: "structure",
      match: ["SCALINGO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

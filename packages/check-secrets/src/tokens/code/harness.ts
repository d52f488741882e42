import type { Provider } from "../../token-kind.ts";

/** Tokens of Harness. */
export const harness: Provider = {
  name: "Harness",
  documentation: "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/",
  kinds: [
    {
      kind: "harness-api-key",
      title: "Harness API key",
      pattern: String.raw`(?:pat|sat)\.[a-zA-Z0-9_-]{22}\.[0-9a-f]{24}\.[a-zA-Z0-9]{20}`,
      proof: "structure",
      match: ["HARNESS_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

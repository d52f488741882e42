import type { Provider } from "../../token-kind.ts";

/** Tokens of Mergify. */
export const mergify: Provider = {
  name: "Mergify",
  documentation: "https://docs.mergify.com/api/usage/",
  kinds: [
    {
      kind: "mergify-application-key",
      title: "Mergify application key",
      pattern: "mergify_application_key_[A-Za-z0-9_-]{40,200}",
      proof: "structure",
      match: ["MERGIFY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Inngest. */
export const inngest: Provider = {
  name: "Inngest",
  documentation: "https://www.inngest.com/docs/events/creating-an-event-key",
  kinds: [
    {
      kind: "inngest-signing-key",
      title: "Inngest signing key",
      pattern: "signkey-(?:prod|test|branch)-[a-f0-9]{32,64}",
      proof: "entropy",
      match: ["INNGEST_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

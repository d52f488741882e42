import type { Provider } from "../../token-kind.ts";

/** Tokens of Langfuse. */
export const langfuse: Provider = {
  name: "Langfuse",
  documentation: "https://langfuse.com/docs/api-and-data-platform/features/public-api",
  kinds: [
    {
      kind: "langfuse-secret-key",
      title: "Langfuse secret key",
      pattern: "sk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      proof: "structure",
      match: ["LANGFUSE_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

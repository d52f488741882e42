import type { Provider } from "../../token-kind.ts";

/** Tokens of OpenAI. */
export const openai: Provider = {
  name: "OpenAI",
  documentation: "https://platform.openai.com/docs/api-reference/authentication",
  kinds: [
    {
      kind: "openai-api-key",
      title: "OpenAI API key",
      pattern: "sk-(?:(?:proj|svcacct|admin|service)-)?[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}",
      keywords: ["T3BlbkFJ"],
      proof: "structure",
      match: ["OPENAI_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "openai-project-key",
      title: "OpenAI project key",
      pattern: "sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,200}",
      keywords: ["sk-proj-", "sk-svcacct-", "sk-admin-"],
      proof: "entropy",
      match: ["OPENAI_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

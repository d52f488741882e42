import type { Provider } from "../../token-kind.ts";

/** Tokens of Supabase. */
export const supabase: Provider = {
  name: "Supabase",
  documentation: "https://supabase.com/docs/guides/api/api-keys",
  kinds: [
    {
      kind: "supabase-management-token",
      title: "Supabase management token",
      pattern: "sbp_[a-z0-9_-]{40}",
      proof: "entropy",
      match: ["SUPABASE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "supabase-project-api-key",
      title: "Supabase project API key",
      pattern: "sb_secret_[A-Za-z0-9_-]{28,40}",
      proof: "structure",
      match: ["SUPABASE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

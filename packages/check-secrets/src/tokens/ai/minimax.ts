import type { Provider } from "../../token-kind.ts";

/** Tokens of MiniMax. */
export const minimax: Provider = {
  name: "MiniMax",
  documentation: "https://platform.minimax.io/docs/api-reference/api-overview",
  kinds: [
    {
      kind: "minimax-api-key",
      title: "MiniMax API key",
      pattern: "sk-api-[A-Za-z0-9_-]{119}",
      ignoreCase: true,
      proof: "structure",
      match: ["MINIMAX_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

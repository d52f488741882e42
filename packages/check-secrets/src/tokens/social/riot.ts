import type { Provider } from "../../token-kind.ts";

/** Tokens of Riot Games. */
export const riot: Provider = {
  name: "Riot Games",
  documentation: "https://developer.riotgames.com/docs/portal",
  kinds: [
    {
      kind: "riot-api-key",
      title: "Riot Games API key",
      pattern: "RGAPI-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      ignoreCase: true,
      proof: "structure",
      match: ['riot: "«»"', "X-Riot-Token: «»"],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Tableau. */
export const tableau: Provider = {
  name: "Tableau",
  documentation: "https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm",
  kinds: [
    {
      kind: "tableau-personal-access-token",
      title: "Tableau personal access token",
      pattern: "[A-Za-z0-9+/]{22}==:[A-Za-z0-9]{32}",
      keywords: ["==:"],
      proof: "structure",
      match: ["TABLEAU_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

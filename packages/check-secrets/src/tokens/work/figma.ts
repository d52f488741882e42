import type { Provider } from "../../token-kind.ts";

/** Tokens of Figma. */
export const figma: Provider = {
  name: "Figma",
  documentation: "https://developers.figma.com/docs/rest-api/authentication/",
  kinds: [
    {
      kind: "figma-personal-access-token",
      title: "Figma personal access token",
      pattern: "figd_[A-Z0-9_-]{38,42}",
      ignoreCase: true,
      proof: "entropy",
      match: ["FIGMA_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "figma-personal-access-header-token",
      title: "Figma personal access header token",
      pattern: "[0-9A-F]{4}-[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}",
      names: ["x-figma-token", "xfigmatoken", "x_figma_token"],
      ignoreCase: true,
      proof: "context",
      match: ["X_FIGMA_TOKEN_TOKEN=«»", 'x_figma_token_token: "«»"'],
      noMatch: ['colour = "«»"', "X_FIGMA_TOKEN_TOKEN=«masked»"],
    },
    {
      kind: "figma-plan-access-token",
      title: "Figma plan access token",
      pattern: "figp_[a-zA-Z0-9_=-]{40,54}",
      proof: "structure",
      match: ["FIGMA_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

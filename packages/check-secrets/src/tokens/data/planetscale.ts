import type { Provider } from "../../token-kind.ts";

/** Tokens of PlanetScale. */
export const planetscale: Provider = {
  name: "PlanetScale",
  documentation: "https://planetscale.com/docs/api/reference/service-tokens",
  kinds: [
    {
      kind: "planetscale-password",
      title: "PlanetScale password",
      pattern: String.raw`pscale_pw_[\w=\.-]{32,64}`,
      ignoreCase: true,
      proof: "structure",
      match: ["PLANETSCALE_PASSWORD=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "planetscale-api-token",
      title: "PlanetScale API token",
      pattern: String.raw`pscale_tkn_[\w=\.-]{32,64}`,
      ignoreCase: true,
      proof: "structure",
      match: ["PLANETSCALE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "planetscale-oauth-token",
      title: "PlanetScale OAuth token",
      pattern: String.raw`pscale_oauth_[\w=\.-]{32,64}`,
      proof: "structure",
      match: ["PLANETSCALE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

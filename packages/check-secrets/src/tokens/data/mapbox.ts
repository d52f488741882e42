import type { Provider } from "../../token-kind.ts";

/** Tokens of Mapbox. */
export const mapbox: Provider = {
  name: "Mapbox",
  documentation: "https://docs.mapbox.com/help/getting-started/access-tokens/",
  kinds: [
    {
      kind: "mapbox-api-token",
      title: "Mapbox API token",
      pattern: String.raw`pk\.[a-z0-9]{60}\.[a-z0-9]{22}`,
      names: ["mapbox"],
      ignoreCase: true,
      proof: "context",
      match: ["MAPBOX_TOKEN=«»", 'mapbox_token: "«»"'],
      noMatch: ['colour = "«»"', "MAPBOX_TOKEN=«masked»"],
    },
    {
      kind: "mapbox-secret-token",
      title: "Mapbox secret access token",
      pattern: String.raw`sk\.eyJ[A-Za-z0-9_-]{40,120}\.[A-Za-z0-9_-]{20,30}`,
      proof: "structure",
      match: ["MAPBOX_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

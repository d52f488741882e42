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
    },
  ],
};

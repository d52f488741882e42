import type { Provider } from "../../token-kind.ts";

/** Tokens of Zoom. */
export const zoom: Provider = {
  name: "Zoom",
  documentation: "https://developers.zoom.us/docs/internal-apps/s2s-oauth/",
  kinds: [
    {
      kind: "zoom-client-secret",
      title: "Zoom client secret",
      pattern: "[A-Za-z0-9]{32,36}",
      names: ["zoom"],
      proof: "context",
      match: ["ZOOM_SECRET=«»", 'zoom_secret: "«»"'],
      noMatch: ['colour = "«»"', "ZOOM_SECRET=«masked»"],
    },
  ],
};

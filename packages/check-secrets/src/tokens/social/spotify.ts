import type { Provider } from "../../token-kind.ts";

/** Tokens of Spotify. */
export const spotify: Provider = {
  name: "Spotify",
  documentation: "https://developer.spotify.com/documentation/web-api/concepts/apps",
  kinds: [
    {
      kind: "spotify-client-secret",
      title: "Spotify client secret",
      pattern: "[a-f0-9]{32}",
      names: ["spotify"],
      proof: "context",
      match: ["SPOTIFY_SECRET=«»", 'spotify_secret: "«»"'],
      noMatch: ['colour = "«»"', "SPOTIFY_SECRET=«masked»"],
    },
  ],
};

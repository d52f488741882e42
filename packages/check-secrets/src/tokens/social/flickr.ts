import type { Provider } from "../../token-kind.ts";

/** Tokens of Flickr. */
export const flickr: Provider = {
  name: "Flickr",
  documentation: "https://www.flickr.com/services/api/auth.oauth.html",
  kinds: [
    {
      kind: "flickr-access-token",
      title: "Flickr access token",
      pattern: "[a-z0-9]{32}",
      names: ["flickr"],
      ignoreCase: true,
      proof: "context",
      match: ["FLICKR_TOKEN=«»", 'flickr_token: "«»"'],
      noMatch: ['colour = "«»"', "FLICKR_TOKEN=«masked»"],
    },
  ],
};

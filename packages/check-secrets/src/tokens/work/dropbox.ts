import type { Provider } from "../../token-kind.ts";

/** Tokens of Dropbox. */
export const dropbox: Provider = {
  name: "Dropbox",
  documentation: "https://developers.dropbox.com/oauth-guide",
  kinds: [
    {
      kind: "dropbox-api-secret",
      title: "Dropbox API secret",
      pattern: "[a-z0-9]{15}",
      names: ["dropbox"],
      ignoreCase: true,
      proof: "context",
      match: ["DROPBOX_SECRET=«»", 'dropbox_secret: "«»"'],
      noMatch: ['colour = "«»"', "DROPBOX_SECRET=«masked»"],
    },
    {
      kind: "dropbox-access-token",
      title: "Dropbox access token",
      pattern: String.raw`sl\.(?:u\.)?[A-Za-z0-9_-]{130,1200}`,
      proof: "entropy",
      match: ["DROPBOX_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

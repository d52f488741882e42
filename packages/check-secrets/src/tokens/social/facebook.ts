import type { Provider } from "../../token-kind.ts";

/** Tokens of Facebook. */
export const facebook: Provider = {
  name: "Facebook",
  documentation: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
  kinds: [
    {
      kind: "facebook-secret",
      title: "Facebook secret",
      pattern: "[a-f0-9]{32}",
      names: ["facebook"],
      ignoreCase: true,
      proof: "context",
      match: ["FACEBOOK_SECRET=«»", 'facebook_secret: "«»"'],
      noMatch: ['colour = "«»"', "FACEBOOK_SECRET=«masked»"],
    },
    {
      kind: "facebook-access-token",
      title: "Facebook access token",
      pattern: String.raw`\d{15,16}(?:\||%7[cC])[0-9a-zA-Z_-]{27,40}`,
      names: ["facebook", "fb_", "access_token", "access_key", "token"],
      near: ["facebook"],
      proof: "structure",
      match: ["FACEBOOK_TOKEN=«»", 'facebook_token: "«»"'],
      noMatch: ['colour = "«»"', "FACEBOOK_TOKEN=«masked»"],
    },
    {
      kind: "facebook-page-access-token",
      title: "Facebook page access token",
      pattern: "EAA[MC][a-zA-Z0-9]{100,300}",
      proof: "entropy",
      match: ["FACEBOOK_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "facebook-user-access-token",
      title: "Facebook user access token",
      pattern: "EAA[A-Za-z0-9]{80,400}",
      proof: "entropy",
      match: ["FACEBOOK_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

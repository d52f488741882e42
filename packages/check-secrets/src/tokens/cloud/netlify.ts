import type { Provider } from "../../token-kind.ts";

/** Tokens of Netlify. */
export const netlify: Provider = {
  name: "Netlify",
  documentation: "https://docs.netlify.com/api/get-started/#authentication",
  kinds: [
    {
      kind: "netlify-access-token",
      title: "Netlify access token",
      pattern: String.raw`[a-z0-9=_\-]{40,46}`,
      names: ["netlify"],
      ignoreCase: true,
      proof: "context",
      match: ["NETLIFY_TOKEN=«»", 'netlify_token: "«»"'],
      noMatch: ['colour = "«»"', "NETLIFY_TOKEN=«masked»"],
    },
    {
      kind: "netlify-personal-access-token",
      title: "Netlify personal access token",
      pattern: "nf[poc]_[A-Za-z0-9]{36}",
      keywords: ["nfp_", "nfo_", "nfc_"],
      proof: "entropy",
      match: ["NETLIFY_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Vercel. */
export const vercel: Provider = {
  name: "Vercel",
  documentation: "https://vercel.com/docs/rest-api#authentication",
  kinds: [
    {
      kind: "vercel-api-token",
      title: "Vercel API token",
      pattern: "[A-Z0-9]{24}",
      names: ["vercel"],
      ignoreCase: true,
      proof: "context",
      match: ["VERCEL_TOKEN=«»", 'vercel_token: "«»"'],
      noMatch: ['colour = "«»"', "VERCEL_TOKEN=«masked»"],
    },
    {
      kind: "vercel-personal-access-token",
      title: "Vercel personal access token",
      pattern: "vcp_[A-Za-z0-9_-]{56}",
      ignoreCase: true,
      proof: "entropy",
      match: ["VERCEL_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "vercel-integration-token",
      title: "Vercel integration token",
      pattern: "vci_[A-Za-z0-9_-]{56}",
      ignoreCase: true,
      proof: "entropy",
      match: ["VERCEL_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "vercel-app-access-token",
      title: "Vercel app access token",
      pattern: "vca_[A-Za-z0-9_-]{56}",
      ignoreCase: true,
      proof: "entropy",
      match: ["VERCEL_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "vercel-app-refresh-token",
      title: "Vercel app refresh token",
      pattern: "vcr_[A-Za-z0-9_-]{56}",
      ignoreCase: true,
      proof: "entropy",
      match: ["VERCEL_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "vercel-ai-gateway-key",
      title: "Vercel AI gateway key",
      pattern: "vck_[A-Za-z0-9_-]{56}",
      ignoreCase: true,
      proof: "entropy",
      match: ["VERCEL_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

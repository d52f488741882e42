import type { Provider } from "../../token-kind.ts";

/** Tokens of Doppler. */
export const doppler: Provider = {
  name: "Doppler",
  documentation: "https://docs.doppler.com/reference/auth-token-formats",
  kinds: [
    {
      kind: "doppler-api-token",
      title: "Doppler API token",
      pattern: String.raw`dp\.pt\.[a-z0-9]{43}`,
      ignoreCase: true,
      proof: "structure",
      match: ["DOPPLER_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "doppler-service-token",
      title: "Doppler service token",
      pattern: String.raw`dp\.(?:st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[a-zA-Z0-9]{40,44}`,
      keywords: ["dp.st.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit."],
      proof: "structure",
      match: ["DOPPLER_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

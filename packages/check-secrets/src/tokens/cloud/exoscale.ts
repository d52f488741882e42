import type { Provider } from "../../token-kind.ts";

/** Tokens of Exoscale. */
export const exoscale: Provider = {
  name: "Exoscale",
  documentation: "https://community.exoscale.com/documentation/iam/",
  kinds: [
    {
      kind: "exoscale-api-secret",
      title: "Exoscale API secret",
      pattern: String.raw`[A-Za-z0-9_\-]{40,60}`,
      names: ["exoscale"],
      ignoreCase: true,
      proof: "context",
      match: ["EXOSCALE_SECRET=«»", 'exoscale_secret: "«»"'],
      noMatch: ['colour = "«»"', "EXOSCALE_SECRET=«masked»"],
    },
    {
      kind: "exoscale-api-key",
      title: "Exoscale API key",
      pattern: "EXO[a-zA-Z0-9]{24,30}",
      proof: "entropy",
      match: ["EXOSCALE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Scaleway. */
export const scaleway: Provider = {
  name: "Scaleway",
  documentation: "https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/",
  kinds: [
    {
      kind: "scaleway-secret-key",
      title: "Scaleway secret key",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["scaleway", "scw"],
      near: ["scaleway"],
      ignoreCase: true,
      proof: "context",
      match: ["SCALEWAY_SECRET=«»", 'scaleway_secret: "«»"'],
      noMatch: ['colour = "«»"', "SCALEWAY_SECRET=«masked»"],
    },
  ],
};

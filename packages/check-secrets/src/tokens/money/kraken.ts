import type { Provider } from "../../token-kind.ts";

/** Tokens of Kraken. */
export const kraken: Provider = {
  name: "Kraken",
  documentation: "https://docs.kraken.com/api/docs/guides/spot-rest-auth",
  kinds: [
    {
      kind: "kraken-access-token",
      title: "Kraken access token",
      pattern: String.raw`[a-z0-9\/=_\+\-]{80,90}`,
      names: ["kraken"],
      ignoreCase: true,
      proof: "context",
    },
  ],
};

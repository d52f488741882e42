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
    },
  ],
};

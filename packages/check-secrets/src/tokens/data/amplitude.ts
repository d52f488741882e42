import type { Provider } from "../../token-kind.ts";

/** Tokens of Amplitude. */
export const amplitude: Provider = {
  name: "Amplitude",
  documentation: "https://amplitude.com/docs/apis/authentication",
  kinds: [
    {
      kind: "amplitude-secret-key",
      title: "Amplitude secret key",
      pattern: "[a-f0-9]{32}",
      names: ["amplitude"],
      ignoreCase: true,
      proof: "context",
      match: ["AMPLITUDE_SECRET=«»", 'amplitude_secret: "«»"'],
      noMatch: ['colour = "«»"', "AMPLITUDE_SECRET=«masked»"],
    },
  ],
};

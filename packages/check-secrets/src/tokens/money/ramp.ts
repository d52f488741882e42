import type { Provider } from "../../token-kind.ts";

/** Tokens of Ramp. */
export const ramp: Provider = {
  name: "Ramp",
  documentation: "https://docs.ramp.com/developer-api/v1/authorization",
  kinds: [
    {
      kind: "ramp-client-secret",
      title: "Ramp client secret",
      pattern: "ramp_sec_[A-Za-z0-9]{48}",
      proof: "structure",
      match: ["RAMP_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

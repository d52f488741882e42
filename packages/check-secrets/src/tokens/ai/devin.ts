import type { Provider } from "../../token-kind.ts";

/** Tokens of Devin. */
export const devin: Provider = {
  name: "Devin",
  documentation: "https://docs.devin.ai/api-reference/authentication",
  kinds: [
    {
      kind: "devin-personal-api-key",
      title: "Devin personal API key",
      pattern: "apk_user_[A-Za-z0-9+/]{120,180}={0,2}",
      proof: "structure",
      match: ["DEVIN_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "devin-service-user-token",
      title: "Devin service user token",
      pattern: "cog_[a-z2-7]{52}",
      proof: "entropy",
      match: ["DEVIN_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "devin-service-api-key",
      title: "Devin service API key",
      pattern: "apk_[A-Za-z0-9+/]{80,100}={0,2}",
      proof: "entropy",
      match: ["DEVIN_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

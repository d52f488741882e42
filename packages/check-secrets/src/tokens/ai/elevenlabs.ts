import type { Provider } from "../../token-kind.ts";

/** Tokens of ElevenLabs. */
export const elevenlabs: Provider = {
  name: "ElevenLabs",
  documentation: "https://elevenlabs.io/docs/api-reference/authentication",
  kinds: [
    {
      kind: "elevenlabs-api-key",
      title: "ElevenLabs API key",
      pattern: "sk_[0-9a-f]{48}",
      proof: "structure",
      match: ["ELEVENLABS_API_KEY=«»", 'Voice("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

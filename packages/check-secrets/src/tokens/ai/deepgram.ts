import type { Provider } from "../../token-kind.ts";

/** Tokens of Deepgram. */
export const deepgram: Provider = {
  name: "Deepgram",
  documentation: "https://developers.deepgram.com/docs/create-additional-api-keys",
  kinds: [
    {
      kind: "deepgram-api-key",
      title: "Deepgram API key",
      pattern: "[a-f0-9]{40}",
      names: ["deepgram"],
      ignoreCase: true,
      proof: "context",
      match: ["DEEPGRAM_API_KEY=«»", 'deepgram_api_key: "«»"'],
      noMatch: ['colour = "«»"', "DEEPGRAM_API_KEY=«masked»"],
    },
  ],
};

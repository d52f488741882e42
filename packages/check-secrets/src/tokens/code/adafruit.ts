import type { Provider } from "../../token-kind.ts";

/** Tokens of Adafruit IO. */
export const adafruit: Provider = {
  name: "Adafruit IO",
  documentation: "https://io.adafruit.com/api/docs/",
  kinds: [
    {
      kind: "adafruit-api-key",
      title: "Adafruit IO API key",
      pattern: "[a-z0-9_-]{32}",
      names: ["adafruit"],
      ignoreCase: true,
      proof: "context",
      match: ["ADAFRUIT_API_KEY=«»", 'adafruit_api_key: "«»"'],
      noMatch: ['colour = "«»"', "ADAFRUIT_API_KEY=«masked»"],
    },
  ],
};

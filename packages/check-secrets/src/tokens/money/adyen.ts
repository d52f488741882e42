import type { Provider } from "../../token-kind.ts";

/** Tokens of Adyen. */
export const adyen: Provider = {
  name: "Adyen",
  documentation: "https://docs.adyen.com/development-resources/api-credentials/",
  kinds: [
    {
      kind: "adyen-api-key",
      title: "Adyen API key",
      pattern: "AQE[a-z][A-Za-z0-9+/]{60,200}={0,2}-[A-Za-z0-9+/=]{20,60}-[A-Za-z0-9]{10,30}",
      names: ["adyen"],
      proof: "entropy",
      match: ["ADYEN_API_KEY=«»", 'adyen_api_key: "«»"'],
      noMatch: ['colour = "«»"', "ADYEN_API_KEY=«masked»"],
    },
  ],
};

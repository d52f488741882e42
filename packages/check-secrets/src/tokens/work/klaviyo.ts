import type { Provider } from "../../token-kind.ts";

/** Tokens of Klaviyo. */
export const klaviyo: Provider = {
  name: "Klaviyo",
  documentation: "https://developers.klaviyo.com/en/docs/authenticate_",
  kinds: [
    {
      kind: "klaviyo-api-key",
      title: "Klaviyo API key",
      pattern: "pk_[a-z0-9]{34}",
      names: ["klaviyo"],
      ignoreCase: true,
      proof: "context",
      match: ["KLAVIYO_API_KEY=«»", 'klaviyo_api_key: "«»"'],
      noMatch: ['colour = "«»"', "KLAVIYO_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Paddle. */
export const paddle: Provider = {
  name: "Paddle",
  documentation: "https://developer.paddle.com/api-reference/about/api-keys",
  kinds: [
    {
      kind: "paddle-live-api-key",
      title: "Paddle live API key",
      pattern: "pdl_live_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
      proof: "structure",
      match: ["PADDLE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

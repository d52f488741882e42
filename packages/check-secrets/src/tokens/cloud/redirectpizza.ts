import type { Provider } from "../../token-kind.ts";

/** Tokens of redirect.pizza. */
export const redirectpizza: Provider = {
  name: "redirect.pizza",
  documentation: "https://redirect.pizza/docs",
  kinds: [
    {
      kind: "redirect-pizza-api-token",
      title: "redirect.pizza API token",
      pattern: "rpa_[A-Za-z0-9]{30}",
      proof: "entropy",
      match: ["REDIRECT_PIZZA_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

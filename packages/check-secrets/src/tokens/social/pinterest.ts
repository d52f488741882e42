import type { Provider } from "../../token-kind.ts";

/** Tokens of Pinterest. */
export const pinterest: Provider = {
  name: "Pinterest",
  documentation: "https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/",
  kinds: [
    {
      kind: "pinterest-access-token",
      title: "Pinterest access token",
      pattern: "pina_[A-Za-z0-9_-]{20,200}",
      proof: "entropy",
      match: ["PINTEREST_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

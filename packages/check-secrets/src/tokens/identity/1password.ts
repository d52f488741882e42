import type { Provider } from "../../token-kind.ts";

/** Tokens of 1Password. */
export const onePassword: Provider = {
  name: "1Password",
  documentation: "https://developer.1password.com/docs/service-accounts/security/",
  kinds: [
    {
      kind: "1password-service-account-token",
      title: "1Password service account token",
      pattern: "ops_eyJ[a-zA-Z0-9+/_-]{250,2250}={0,3}",
      proof: "structure",
      match: ["1PASSWORD_PASSWORD=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "1password-secret-key",
      title: "1Password secret key",
      pattern: "A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
      proof: "structure",
      match: ["1PASSWORD_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

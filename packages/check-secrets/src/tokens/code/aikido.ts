import type { Provider } from "../../token-kind.ts";

/** Tokens of Aikido. */
export const aikido: Provider = {
  name: "Aikido",
  documentation: "https://apidocs.aikido.dev/reference/authorization",
  kinds: [
    {
      kind: "aikido-client-secret",
      title: "Aikido client secret",
      pattern: "AIK_SECRET_[A-Za-z0-9]{64}",
      proof: "structure",
      match: ["AIKIDO_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "aikido-ci-token",
      title: "Aikido ci token",
      pattern: "AIK_CI_[A-Za-z0-9]{20,44}",
      proof: "structure",
      match: ["AIKIDO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

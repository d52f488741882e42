import type { Provider } from "../../token-kind.ts";

/** Tokens of Authress. */
export const authress: Provider = {
  name: "Authress",
  documentation: "https://authress.io/knowledge-base/docs/authorization/service-clients",
  kinds: [
    {
      kind: "authress-access-key",
      title: "Authress service client access key",
      pattern: String.raw`(?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[a-z0-9+/_=-]{30,120}`,
      ignoreCase: true,
      keywords: [".acc_", ".acc-"],
      proof: "structure",
      match: ["AUTHRESS_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

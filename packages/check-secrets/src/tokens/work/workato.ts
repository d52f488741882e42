import type { Provider } from "../../token-kind.ts";

/** Tokens of Workato. */
export const workato: Provider = {
  name: "Workato",
  documentation: "https://docs.workato.com/workato-api/api-clients.html",
  kinds: [
    {
      kind: "workato-developer-api-token",
      title: "Workato developer API token",
      pattern: String.raw`wrka(?:[a-z]{2})?-eyJ[A-Za-z0-9_-]{8,2008}\.[A-Za-z0-9_-]{16,2016}\.[A-Za-z0-9_-]{64,2064}`,
      proof: "structure",
      match: ["WORKATO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Adobe. */
export const adobe: Provider = {
  name: "Adobe",
  documentation: "https://developer.adobe.com/developer-console/docs/guides/credentials/",
  kinds: [
    {
      kind: "adobe-client-token",
      title: "Adobe client token",
      pattern: "[a-f0-9]{32}",
      names: ["adobe"],
      ignoreCase: true,
      proof: "context",
      match: ["ADOBE_TOKEN=«»", 'adobe_token: "«»"'],
      noMatch: ['colour = "«»"', "ADOBE_TOKEN=«masked»"],
    },
    {
      kind: "adobe-client-secret",
      title: "Adobe client secret",
      pattern: "p8e-[a-z0-9]{32}",
      ignoreCase: true,
      proof: "structure",
      match: ["ADOBE_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Postman. */
export const postman: Provider = {
  name: "Postman",
  documentation: "https://learning.postman.com/docs/developer/postman-api/authentication/",
  kinds: [
    {
      kind: "postman-api-token",
      title: "Postman API token",
      pattern: String.raw`PMAK-[a-f0-9]{24}\-[a-f0-9]{34}`,
      ignoreCase: true,
      proof: "entropy",
      match: ["POSTMAN_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of UpCloud. */
export const upcloud: Provider = {
  name: "UpCloud",
  documentation: "https://developers.upcloud.com/1.3/",
  kinds: [
    {
      kind: "upcloud-api-token",
      title: "UpCloud API token",
      pattern: "ucat_[0-9A-Za-z]{24,32}",
      proof: "entropy",
      match: ["UPCLOUD_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

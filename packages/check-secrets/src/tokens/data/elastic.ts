import type { Provider } from "../../token-kind.ts";

/** Tokens of Elastic Cloud. */
export const elastic: Provider = {
  name: "Elastic Cloud",
  documentation: "https://www.elastic.co/docs/deploy-manage/api-keys",
  kinds: [
    {
      kind: "elastic-cloud-api-key",
      title: "Elastic Cloud API key",
      pattern: String.raw`essu_[A-Za-z0-9_\-]{60,200}={0,2}`,
      proof: "entropy",
      match: ["ELASTIC_CLOUD_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Alibaba Cloud. */
export const alibaba: Provider = {
  name: "Alibaba Cloud",
  documentation: "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
  kinds: [
    {
      kind: "alibaba-access-key-id",
      title: "Alibaba Cloud access key id",
      pattern: "LTAI[A-Za-z0-9]{17,21}",
      proof: "entropy",
      match: ["ALIBABA_CLOUD_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "alibaba-access-key-secret",
      title: "Alibaba Cloud access key secret",
      pattern: "[A-Za-z0-9]{30}",
      names: ["alibaba", "aliyun"],
      proof: "context",
      match: ["ALIBABA_SECRET=«»", 'alibaba_secret: "«»"'],
      noMatch: ['colour = "«»"', "ALIBABA_SECRET=«masked»"],
    },
    {
      kind: "alibaba-sts-security-token",
      title: "Alibaba Cloud security token",
      pattern: "CAIS[A-Za-z0-9+/_=-]{20,1000}",
      names: ["alibaba", "aliyun", "security"],
      proof: "context",
      match: ["ALIBABA_TOKEN=«»", 'alibaba_token: "«»"'],
      noMatch: ['colour = "«»"', "ALIBABA_TOKEN=«masked»"],
    },
    {
      kind: "alibaba-sts-access-key-id",
      title: "Alibaba Cloud temporary access key id",
      pattern: String.raw`STS\.[A-Za-z0-9]{16,64}`,
      proof: "entropy",
      match: ["ALIBABA_CLOUD_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

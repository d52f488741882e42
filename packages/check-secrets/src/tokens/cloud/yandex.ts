import type { Provider } from "../../token-kind.ts";

/** Tokens of Yandex Cloud. */
export const yandex: Provider = {
  name: "Yandex Cloud",
  documentation: "https://yandex.cloud/en/docs/iam/concepts/authorization/",
  kinds: [
    {
      kind: "yandex-api-key",
      title: "Yandex Cloud API key",
      pattern: String.raw`AQVN[A-Za-z0-9_\-]{35,38}`,
      ignoreCase: true,
      proof: "entropy",
      match: ["YANDEX_CLOUD_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "yandex-aws-access-token",
      title: "Yandex Cloud aws access token",
      pattern: String.raw`YC[a-zA-Z0-9_\-]{38}`,
      names: ["yandex"],
      ignoreCase: true,
      proof: "context",
      match: ["YANDEX_TOKEN=«»", 'yandex_token: "«»"'],
      noMatch: ['colour = "«»"', "YANDEX_TOKEN=«masked»"],
    },
    {
      kind: "yandex-access-token",
      title: "Yandex Cloud access token",
      pattern: String.raw`t1\.[A-Z0-9a-z_-]{1,200}={0,2}\.[A-Z0-9a-z_-]{86}={0,2}`,
      names: ["yandex"],
      proof: "context",
      match: ["YANDEX_TOKEN=«»", 'yandex_token: "«»"'],
      noMatch: ['colour = "«»"', "YANDEX_TOKEN=«masked»"],
    },
  ],
};

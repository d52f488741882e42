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
    },
    {
      kind: "yandex-aws-access-token",
      title: "Yandex Cloud aws access token",
      pattern: String.raw`YC[a-zA-Z0-9_\-]{38}`,
      names: ["yandex"],
      ignoreCase: true,
      proof: "context",
    },
    {
      kind: "yandex-access-token",
      title: "Yandex Cloud access token",
      pattern: String.raw`t1\.[A-Z0-9a-z_-]{1,200}={0,2}\.[A-Z0-9a-z_-]{86}={0,2}`,
      names: ["yandex"],
      proof: "context",
    },
  ],
};

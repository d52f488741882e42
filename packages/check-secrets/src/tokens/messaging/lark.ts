import type { Provider } from "../../token-kind.ts";

/** Tokens of Lark. */
export const lark: Provider = {
  name: "Lark",
  documentation:
    "https://open.larksuite.com/document/server-docs/authentication-management/access-token/tenant_access_token_internal",
  kinds: [
    {
      kind: "lark-app-secret",
      title: "Lark app secret",
      pattern: "[A-Za-z0-9]{32}",
      names: ["lark"],
      ignoreCase: true,
      proof: "context",
      match: ["LARK_SECRET=«»", 'lark_secret: "«»"'],
      noMatch: ['colour = "«»"', "LARK_SECRET=«masked»"],
    },
    {
      kind: "lark-webhook-url",
      title: "address of a Lark or Feishu bot",
      pattern: String.raw`open\.(?:feishu\.cn|larksuite\.com)/open-apis/bot/(?:v2/)?hook/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`,
      keywords: ["open.feishu.cn/", "open.larksuite.com/"],
      proof: "structure",
      match: ['url: "https://«»"', "https://«»"],
      noMatch: ['"«short»"', "x«»"],
    },
    {
      kind: "wecom-webhook-url",
      title: "address of a WeCom bot",
      pattern: String.raw`qyapi\.weixin\.qq\.com/cgi-bin/webhook/send\?key=[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`,
      proof: "structure",
      match: ['url: "https://«»"', "https://«»"],
      noMatch: ['"«short»"', "x«»"],
    },
  ],
};

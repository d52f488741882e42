import type { Provider } from "../../token-kind.ts";

/** Tokens of OVHcloud. */
export const ovh: Provider = {
  name: "OVHcloud",
  documentation: "https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api",
  kinds: [
    {
      kind: "ovh-application-key",
      title: "OVHcloud key",
      pattern: "[A-Za-z0-9-]{16}",
      names: ["ovh", "application_key", "app_key", "applicationkey", "appkey"],
      proof: "context",
      match: ["OVH_API_KEY=«»", 'ovh_api_key: "«»"'],
      noMatch: ['colour = "«»"', "OVH_API_KEY=«masked»"],
    },
    {
      kind: "ovh-secret",
      title: "OVHcloud secret",
      pattern: "[A-Za-z0-9-]{32}",
      names: ["ovh", "application_secret", "app_secret", "consumer_key", "consumerkey", "appsecret", "applicationsecret"],
      proof: "context",
      match: ["OVH_SECRET=«»", 'ovh_secret: "«»"'],
      noMatch: ['colour = "«»"', "OVH_SECRET=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of PagerDuty. */
export const pagerduty: Provider = {
  name: "PagerDuty",
  documentation: "https://support.pagerduty.com/main/docs/api-access-keys",
  kinds: [
    {
      kind: "pagerduty-api-key",
      title: "PagerDuty API key",
      pattern: String.raw`u\+[A-Za-z0-9_+-]{18}`,
      names: ["pagerduty", "pager_duty", "pd_"],
      proof: "context",
      match: ["PAGERDUTY_API_KEY=«»", 'pagerduty_api_key: "«»"'],
      noMatch: ['colour = "«»"', "PAGERDUTY_API_KEY=«masked»"],
    },
    {
      kind: "pagerduty-token",
      title: "PagerDuty token",
      pattern: "[A-Za-z0-9_+-]{20}",
      names: ["pagerduty", "pager_duty"],
      proof: "context",
      match: ["PAGERDUTY_TOKEN=«»", 'pagerduty_token: "«»"'],
      noMatch: ['colour = "«»"', "PAGERDUTY_TOKEN=«masked»"],
    },
    {
      kind: "pagerduty-routing-key",
      title: "PagerDuty integration key",
      pattern: "[a-f0-9]{32}",
      names: ["pagerduty", "pager_duty", "routing_key", "routingkey"],
      proof: "context",
      match: ["PAGERDUTY_API_KEY=«»", 'pagerduty_api_key: "«»"'],
      noMatch: ['colour = "«»"', "PAGERDUTY_API_KEY=«masked»"],
    },
  ],
};

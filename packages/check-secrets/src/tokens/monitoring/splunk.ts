import type { Provider } from "../../token-kind.ts";

/** Tokens of Splunk. */
export const splunk: Provider = {
  name: "Splunk",
  documentation: "https://docs.splunk.com/Documentation/Splunk/latest/Security/Setupauthenticationwithtokens",
  kinds: [
    {
      kind: "splunk-hec-token",
      title: "Splunk HTTP Event Collector token",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["splunk", "hec_"],
      near: ["splunk"],
      proof: "context",
      match: ["SPLUNK_TOKEN=«»", 'splunk_token: "«»"'],
      noMatch: ['colour = "«»"', "SPLUNK_TOKEN=«masked»"],
    },
  ],
};

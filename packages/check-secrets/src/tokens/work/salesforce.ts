import type { Provider } from "../../token-kind.ts";

/** Tokens of Salesforce. */
export const salesforce: Provider = {
  name: "Salesforce",
  documentation: "https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_tokens_scopes.htm",
  kinds: [
    {
      kind: "salesforce-access-token",
      title: "Salesforce access token",
      pattern: "00[A-Za-z0-9]{13}![A-Za-z0-9._-]{80,260}",
      keywords: ["00D"],
      proof: "structure",
      match: ["SALESFORCE_TOKEN=«»"],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "salesforce-refresh-token",
      title: "Salesforce refresh token",
      pattern: "5AEP861[a-zA-Z0-9._=]{80,200}",
      proof: "entropy",
      match: ["SALESFORCE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

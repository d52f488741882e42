import type { Provider } from "../../token-kind.ts";

/** Tokens of HubSpot. */
export const hubspot: Provider = {
  name: "HubSpot",
  documentation: "https://developers.hubspot.com/docs/guides/apps/authentication/intro-to-auth",
  kinds: [
    {
      kind: "hubspot-api-key",
      title: "HubSpot API key",
      pattern: "[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}",
      names: ["hubspot"],
      ignoreCase: true,
      proof: "context",
      match: ["HUBSPOT_API_KEY=«»", 'hubspot_api_key: "«»"'],
      noMatch: ['colour = "«»"', "HUBSPOT_API_KEY=«masked»"],
    },
  ],
};

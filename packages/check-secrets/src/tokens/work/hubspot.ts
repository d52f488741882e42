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
    {
      kind: "hubspot-private-app-token",
      title: "HubSpot private app token",
      pattern: "pat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      keywords: ["pat-na", "pat-eu", "pat-ap"],
      ignoreCase: true,
      proof: "structure",
      match: ['hubspot: "«»"', "Authorization: Bearer «»"],
      noMatch: ['"«short»"', "x«»"],
    },
  ],
};

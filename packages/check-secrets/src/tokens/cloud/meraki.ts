import type { Provider } from "../../token-kind.ts";

/** Tokens of Cisco Meraki. */
export const meraki: Provider = {
  name: "Cisco Meraki",
  documentation: "https://developer.cisco.com/meraki/api-v1/authorization/",
  kinds: [
    {
      kind: "meraki-api-key",
      title: "Cisco Meraki API key",
      pattern: "[0-9a-f]{40}",
      names: ["meraki"],
      proof: "context",
      match: ["MERAKI_API_KEY=«»", 'meraki_api_key: "«»"'],
      noMatch: ['colour = "«»"', "MERAKI_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Vultr. */
export const vultr: Provider = {
  name: "Vultr",
  documentation: "https://docs.vultr.com/platform/other/api",
  kinds: [
    {
      kind: "vultr-api-key",
      title: "Vultr API key",
      pattern: "[A-Z0-9]{36}",
      names: ["vultr"],
      proof: "context",
      match: ["VULTR_API_KEY=«»", 'vultr_api_key: "«»"'],
      noMatch: ['colour = "«»"', "VULTR_API_KEY=«masked»"],
    },
  ],
};

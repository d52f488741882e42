import type { Provider } from "../../token-kind.ts";

/** Tokens of Tailscale. */
export const tailscale: Provider = {
  name: "Tailscale",
  documentation: "https://tailscale.com/kb/1101/api",
  kinds: [
    {
      kind: "tailscale-key",
      title: "Tailscale key",
      pattern: "tskey-(?:api|auth|client|scim|webhook)-[A-Za-z0-9]{8,20}-[A-Za-z0-9]{20,40}",
      keywords: ["tskey-"],
      proof: "entropy",
      match: ["TAILSCALE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "tailscale-legacy-key",
      title: "Tailscale key",
      pattern: "tskey-(?:api|auth)-[A-Za-z0-9_-]{20,60}",
      keywords: ["tskey-"],
      proof: "entropy",
      match: ["TAILSCALE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

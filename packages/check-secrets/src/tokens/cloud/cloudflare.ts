import type { Provider } from "../../token-kind.ts";

/** Tokens of Cloudflare. */
export const cloudflare: Provider = {
  name: "Cloudflare",
  documentation: "https://developers.cloudflare.com/fundamentals/api/get-started/",
  kinds: [
    {
      kind: "cloudflare-api-key",
      title: "Cloudflare API key",
      pattern: "[a-z0-9_-]{40}",
      names: ["cloudflare"],
      ignoreCase: true,
      proof: "context",
      match: ["CLOUDFLARE_API_KEY=«»", 'cloudflare_api_key: "«»"'],
      noMatch: ['colour = "«»"', "CLOUDFLARE_API_KEY=«masked»"],
    },
    {
      kind: "cloudflare-global-api-key",
      title: "Cloudflare global API key",
      pattern: "[a-f0-9]{37}",
      names: ["cloudflare"],
      ignoreCase: true,
      proof: "context",
      match: ["CLOUDFLARE_API_KEY=«»", 'cloudflare_api_key: "«»"'],
      noMatch: ['colour = "«»"', "CLOUDFLARE_API_KEY=«masked»"],
    },
    {
      kind: "cloudflare-origin-ca-key",
      title: "Cloudflare origin CA key",
      pattern: String.raw`v1\.0-[a-f0-9]{24}-[a-f0-9]{146}`,
      proof: "structure",
      match: ["CLOUDFLARE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "cloudflare-tunnel-token",
      title: "Cloudflare tunnel token",
      pattern: "eyJhIjoi[A-Za-z0-9]{43}iLCJ0Ijoi[A-Za-z0-9+/]{60,160}={0,2}",
      proof: "structure",
      match: ["cloudflared tunnel run --token «»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "cloudflare-global-key-prefixed",
      title: "Cloudflare global API key",
      pattern: "cfk_[a-zA-Z0-9]{40}[a-f0-9]{8}",
      proof: "structure",
      match: ["CLOUDFLARE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of X (Twitter). */
export const twitter: Provider = {
  name: "X (Twitter)",
  documentation: "https://docs.x.com/fundamentals/authentication/overview",
  kinds: [
    {
      kind: "twitter-api-key",
      title: "X (Twitter) API key",
      pattern: "[a-z0-9]{25}",
      names: ["twitter"],
      ignoreCase: true,
      proof: "context",
    },
    {
      kind: "twitter-api-secret",
      title: "X (Twitter) API secret",
      pattern: "[a-z0-9]{50}",
      names: ["twitter"],
      ignoreCase: true,
      proof: "context",
    },
    {
      kind: "twitter-access-token",
      title: "X (Twitter) access token",
      pattern: "[0-9]{15,25}-[a-zA-Z0-9]{20,40}",
      names: ["twitter"],
      ignoreCase: true,
      proof: "context",
    },
    {
      kind: "twitter-access-secret",
      title: "X (Twitter) access secret",
      pattern: "[a-z0-9]{45}",
      names: ["twitter"],
      ignoreCase: true,
      proof: "context",
    },
    {
      kind: "twitter-bearer-token",
      title: "X bearer token",
      pattern: "AAAAAAAAAAAAAAAAAAAA[a-zA-Z0-9%]{80,125}",
      proof: "structure",
    },
  ],
};

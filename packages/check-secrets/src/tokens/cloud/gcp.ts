import type { Provider } from "../../token-kind.ts";

/** Tokens of Google Cloud. */
export const gcp: Provider = {
  name: "Google Cloud",
  documentation: "https://cloud.google.com/docs/authentication/api-keys",
  kinds: [
    { kind: "gcp-api-key", title: "Google Cloud gcp API key", pattern: String.raw`AIza[\w-]{35}`, proof: "entropy" },
    {
      kind: "gcp-gemini-api",
      title: "Google Cloud gcp gemini API",
      pattern: String.raw`AQ\.Ab8RN6[A-Za-z0-9_-]{44}`,
      proof: "structure",
    },
    {
      kind: "google-oauth-client-secret",
      title: "Google OAuth client secret",
      pattern: "GOCSPX-[A-Za-z0-9_-]{28}",
      proof: "structure",
    },
    {
      kind: "google-oauth-access-token",
      title: "Google OAuth access token",
      pattern: String.raw`ya29\.[A-Za-z0-9_-]{30,1200}`,
      proof: "entropy",
    },
    {
      kind: "google-oauth-refresh-token",
      title: "Google OAuth refresh token",
      pattern: "1//0[A-Za-z0-9_-]{40,200}",
      proof: "entropy",
      match: ['"refresh_token": "«»"'],
    },
  ],
};

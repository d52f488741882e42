import type { Provider } from "../../token-kind.ts";

/** Tokens of Google Cloud. */
export const gcp: Provider = {
  name: "Google Cloud",
  documentation: "https://cloud.google.com/docs/authentication/api-keys",
  kinds: [
    {
      kind: "google-oauth-client-id",
      title: "Google OAuth client id",
      pattern: String.raw`\d{10,14}-[a-z0-9]{32}\.apps\.googleusercontent\.com`,
      keywords: [".apps.googleusercontent.com"],
      proof: "structure",
      match: ['{"client_id": "«»", "client_secret": "«google-oauth-client-secret»"}'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
      isId: true,
    },
    {
      kind: "gcp-api-key",
      title: "Google Cloud gcp API key",
      pattern: String.raw`AIza[\w-]{35}`,
      proof: "entropy",
      match: ["GOOGLE_CLOUD_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "gcp-gemini-api",
      title: "Google Cloud gcp gemini API",
      pattern: String.raw`AQ\.Ab8RN6[A-Za-z0-9_-]{44}`,
      proof: "structure",
      match: ["GOOGLE_CLOUD_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "google-oauth-client-secret",
      title: "Google OAuth client secret",
      pattern: "GOCSPX-[A-Za-z0-9_-]{28}",
      proof: "structure",
      match: ["GOOGLE_CLOUD_SECRET=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "google-oauth-access-token",
      title: "Google OAuth access token",
      pattern: String.raw`ya29\.[A-Za-z0-9_-]{30,1200}`,
      proof: "entropy",
      match: ["GOOGLE_CLOUD_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "google-oauth-refresh-token",
      title: "Google OAuth refresh token",
      pattern: "1//0[A-Za-z0-9_-]{40,200}",
      proof: "entropy",
      match: ["GOOGLE_CLOUD_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Firebase. */
export const firebase: Provider = {
  name: "Firebase",
  documentation: "https://firebase.google.com/docs/cloud-messaging/auth-server",
  kinds: [
    {
      kind: "firebase-cloud-messaging-key",
      title: "Firebase Cloud Messaging server key",
      pattern: "AAAA[A-Za-z0-9_-]{7}:[A-Za-z0-9_-]{140}",
      names: ["fcm", "firebase", "server_key", "serverkey", "messaging"],
      keywords: ["AAAA"],
      proof: "structure",
      match: ["FCM_API_KEY=«»", 'fcm_api_key: "«»"'],
      noMatch: ['colour = "«»"', "FCM_API_KEY=«masked»"],
    },
    {
      kind: "firebase-legacy-server-key",
      title: "Firebase Cloud Messaging server key",
      pattern: "AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{134}",
      proof: "structure",
      match: ["FIREBASE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

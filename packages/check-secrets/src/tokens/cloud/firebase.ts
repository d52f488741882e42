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
    },
  ],
};

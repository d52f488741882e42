import type { Provider } from "../../token-kind.ts";

/** Tokens of OneSignal. */
export const onesignal: Provider = {
  name: "OneSignal",
  documentation: "https://documentation.onesignal.com/docs/en/keys-and-ids",
  kinds: [
    {
      kind: "onesignal-rich-authentication-token",
      title: "OneSignal rich authentication token",
      pattern: "os_v2_(?:app|org)_[a-z2-7]{103}",
      proof: "structure",
      match: ["ONESIGNAL_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of GC Notify. */
export const gcnotify: Provider = {
  name: "GC Notify",
  documentation: "https://documentation.notification.canada.ca/en/keys.html",
  kinds: [
    {
      kind: "gc-notify-api-key",
      title: "GC Notify API key",
      pattern:
        "gcntfy-[a-zA-Z0-9_]{1,60}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      ignoreCase: true,
      proof: "structure",
      match: ["GC_NOTIFY_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Midtrans. */
export const midtrans: Provider = {
  name: "Midtrans",
  documentation: "https://docs.midtrans.com/docs/api-authorization-headers",
  kinds: [
    {
      kind: "midtrans-production-key",
      title: "Midtrans production key",
      pattern: "Mid-(?:server|client)-[A-Za-z0-9_-]{10,30}",
      keywords: ["Mid-server-", "Mid-client-"],
      proof: "entropy",
      match: ["MIDTRANS_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

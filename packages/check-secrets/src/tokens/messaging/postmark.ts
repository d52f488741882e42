import type { Provider } from "../../token-kind.ts";

/** Tokens of Postmark. */
export const postmark: Provider = {
  name: "Postmark",
  documentation: "https://postmarkapp.com/developer/api/overview",
  kinds: [
    {
      kind: "postmark-server-token",
      title: "Postmark server token",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["postmark"],
      near: ["postmark"],
      proof: "context",
      match: ["POSTMARK_TOKEN=«»", 'postmark_token: "«»"', "'postmark' => ['token' => '«»']"],
      noMatch: ["postmark: { id: «» }", "postmark:\n\ntoken: «»", 'colour = "«»"', "POSTMARK_TOKEN=«masked»"],
    },
  ],
};

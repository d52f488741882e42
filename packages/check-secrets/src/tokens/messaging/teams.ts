import type { Provider } from "../../token-kind.ts";

/** Tokens of Microsoft Teams. */
export const teams: Provider = {
  name: "Microsoft Teams",
  documentation: "https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
  kinds: [
    {
      kind: "microsoft-teams-webhook",
      title: "Microsoft Teams webhook address",
      pattern: String.raw`[a-z0-9]{1,60}\.webhook\.office\.com/webhookb2/[a-z0-9-]{36}@[a-z0-9-]{36}/IncomingWebhook/[a-z0-9]{32}/[a-z0-9-]{36}`,
      keywords: [".webhook.office.com/"],
      proof: "structure",
      match: ["MICROSOFT_TEAMS_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"'],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Discord. */
export const discord: Provider = {
  name: "Discord",
  documentation: "https://discord.com/developers/docs/reference#authentication",
  kinds: [
    {
      kind: "discord-api-token",
      title: "Discord API token",
      pattern: "[a-f0-9]{64}",
      names: ["discord"],
      ignoreCase: true,
      proof: "context",
      match: ["DISCORD_TOKEN=«»", 'discord_token: "«»"'],
      noMatch: ['colour = "«»"', "DISCORD_TOKEN=«masked»"],
    },
    {
      kind: "discord-client-secret",
      title: "Discord client secret",
      pattern: String.raw`[a-z0-9=_\-]{32}`,
      names: ["discord"],
      ignoreCase: true,
      proof: "context",
      match: ["DISCORD_SECRET=«»", 'discord_secret: "«»"'],
      noMatch: ['colour = "«»"', "DISCORD_SECRET=«masked»"],
    },
    {
      kind: "discord-bot-token",
      title: "Discord bot token",
      pattern: String.raw`[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}`,
      names: ["discord", "bot", "token", "client.login", "login"],
      proof: "entropy",
      match: ["DISCORD_TOKEN=«»", 'discord_token: "«»"'],
      noMatch: ['colour = "«»"', "DISCORD_TOKEN=«masked»"],
    },
    {
      kind: "discord-webhook-url",
      title: "Discord webhook address",
      pattern: String.raw`discord(?:app)?\.com/api/webhooks/\d{17,20}/[A-Za-z0-9_-]{60,80}`,
      keywords: ["/api/webhooks/"],
      proof: "structure",
      match: ["DISCORD_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "discord-application-token",
      title: "Discord token",
      pattern: "[0-9]{18}",
      names: ["discord"],
      proof: "context",
      match: ["DISCORD_TOKEN=«»", 'discord_token: "«»"'],
      noMatch: ['colour = "«»"', "DISCORD_TOKEN=«masked»"],
    },
  ],
};

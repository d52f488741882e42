import type { Provider } from "../../token-kind.ts";

/** Tokens of Telegram. */
export const telegram: Provider = {
  name: "Telegram",
  documentation: "https://core.telegram.org/bots/api#authorizing-your-bot",
  kinds: [
    {
      kind: "telegram-bot-token",
      title: "Telegram bot token",
      pattern: String.raw`\d{5,16}:A[A-Za-z0-9_-]{34}`,
      names: ["telegr", "bot", "token"],
      proof: "structure",
      match: ["TELEGR_TOKEN=«»", 'telegr_token: "«»"'],
      noMatch: ['colour = "«»"', "TELEGR_TOKEN=«masked»"],
    },
    {
      kind: "telegram-bot-url",
      title: "Telegram bot token",
      pattern: String.raw`bot\d{5,16}:A[A-Za-z0-9_-]{34}`,
      proof: "structure",
      match: ["TELEGRAM_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "telegram-token",
      title: "Telegram bot token",
      pattern: String.raw`\d{8,10}:AA[A-Za-z0-9_-]{33}`,
      keywords: [":AA"],
      proof: "entropy",
      match: ["TELEGRAM_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

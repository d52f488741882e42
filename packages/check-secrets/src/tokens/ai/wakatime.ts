import type { Provider } from "../../token-kind.ts";

/** Tokens of WakaTime. */
export const wakatime: Provider = {
  name: "WakaTime",
  documentation: "https://wakatime.com/developers#authentication",
  kinds: [
    {
      kind: "wakatime-api-key",
      title: "WakaTime API key",
      pattern: "waka_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      proof: "structure",
      match: ["WAKATIME_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "wakatime-legacy-api-key",
      title: "WakaTime API key",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["wakatime", "waka_time"],
      near: ["wakatime"],
      proof: "context",
      match: ["WAKATIME_API_KEY=«»", 'wakatime_api_key: "«»"'],
      noMatch: ['colour = "«»"', "WAKATIME_API_KEY=«masked»"],
    },
    {
      kind: "wakatime-secret",
      title: "WakaTime API key",
      pattern: "waka_[a-zA-Z0-9]{36,64}",
      proof: "entropy",
      match: ["WAKATIME_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

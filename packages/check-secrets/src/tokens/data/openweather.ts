import type { Provider } from "../../token-kind.ts";

/** Tokens of OpenWeather. */
export const openweather: Provider = {
  name: "OpenWeather",
  documentation: "https://openweathermap.org/appid",
  kinds: [
    {
      kind: "openweather-api-key",
      title: "OpenWeather API key",
      pattern: "[a-z0-9]{32}",
      names: ["openweather", "pyowm"],
      proof: "context",
      match: ["OPENWEATHER_API_KEY=«»", 'openweather_api_key: "«»"'],
      noMatch: ['colour = "«»"', "OPENWEATHER_API_KEY=«masked»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Heroku. */
export const heroku: Provider = {
  name: "Heroku",
  documentation: "https://devcenter.heroku.com/articles/authentication",
  kinds: [
    {
      kind: "heroku-api-key",
      title: "Heroku API key",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["heroku"],
      near: ["heroku"],
      ignoreCase: true,
      proof: "context",
      match: ["HEROKU_API_KEY=«»", 'heroku_api_key: "«»"'],
      noMatch: ['colour = "«»"', "HEROKU_API_KEY=«masked»"],
    },
    {
      kind: "heroku-api-key-v2",
      title: "Heroku API key",
      pattern: "HRKU-AA[0-9a-zA-Z_-]{58}",
      proof: "structure",
      match: ["HEROKU_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of Sidekiq. */
export const sidekiq: Provider = {
  name: "Sidekiq",
  documentation: "https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ",
  kinds: [
    {
      kind: "sidekiq-secret",
      title: "Sidekiq Enterprise credential",
      pattern: "[a-f0-9]{8}:[a-f0-9]{8}",
      names: ["contribsys"],
      proof: "context",
      match: ["CONTRIBSYS_API_KEY=«»", 'contribsys_api_key: "«»"'],
      noMatch: ['colour = "«»"', "CONTRIBSYS_API_KEY=«masked»"],
    },
  ],
};

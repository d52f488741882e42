import type { Provider } from "../../token-kind.ts";

/** Tokens of RubyGems. */
export const rubygems: Provider = {
  name: "RubyGems",
  documentation: "https://guides.rubygems.org/api-key-scopes/",
  kinds: [
    {
      kind: "rubygems-api-token",
      title: "RubyGems API token",
      pattern: "rubygems_[a-f0-9]{48}",
      proof: "structure",
      match: ["RUBYGEMS_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

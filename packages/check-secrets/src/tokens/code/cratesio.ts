import type { Provider } from "../../token-kind.ts";

/** Tokens of crates.io. */
export const cratesio: Provider = {
  name: "crates.io",
  documentation: "https://doc.rust-lang.org/cargo/reference/publishing.html",
  kinds: [
    {
      kind: "crates-io-api-key",
      title: "crates.io API key",
      pattern: "cio[A-Za-z0-9]{32}",
      names: ["crates"],
      ignoreCase: true,
      proof: "context",
      match: ["CRATES_API_KEY=«»", 'crates_api_key: "«»"'],
      noMatch: ['colour = "«»"', "CRATES_API_KEY=«masked»"],
    },
    {
      kind: "crates-io-token",
      title: "crates.io token",
      pattern: "cio[A-Za-z0-9]{32}",
      proof: "entropy",
      match: ["CRATES_IO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

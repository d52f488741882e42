import type { Provider } from "../../token-kind.ts";

/** Tokens of Frame.io. */
export const frameio: Provider = {
  name: "Frame.io",
  documentation: "https://developer.frame.io/docs/getting-started/authentication",
  kinds: [
    {
      kind: "frameio-api-token",
      title: "Frame.io API token",
      pattern: String.raw`fio-u-[a-z0-9\-_=]{64}`,
      ignoreCase: true,
      proof: "structure",
      match: ["FRAME_IO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

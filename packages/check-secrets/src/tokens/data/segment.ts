import type { Provider } from "../../token-kind.ts";

/** Tokens of Segment. */
export const segment: Provider = {
  name: "Segment",
  documentation: "https://docs.segmentapis.com/tag/Getting-Started/#section/Get-an-API-token",
  kinds: [
    {
      kind: "segment-public-api-token",
      title: "Segment public API token",
      pattern: "sgp_[A-Za-z0-9]{64}",
      proof: "entropy",
      match: ["SEGMENT_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

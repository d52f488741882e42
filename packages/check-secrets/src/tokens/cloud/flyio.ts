import type { Provider } from "../../token-kind.ts";

/** Tokens of Fly.io. */
export const flyio: Provider = {
  name: "Fly.io",
  documentation: "https://fly.io/docs/security/tokens/",
  kinds: [
    {
      kind: "flyio-access-token",
      title: "Fly.io access token",
      pattern: String.raw`FlyV1 [A-Za-z0-9=_\-,/+]{100,1200}`,
      proof: "structure",
      match: ["FLY_IO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "flyio-macaroon",
      title: "Fly.io token",
      pattern: "fm[12][ar]?_[A-Za-z0-9+/]{100,1200}={0,3}",
      proof: "structure",
      match: ["FLY_IO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "flyio-organization-token",
      title: "Fly.io token",
      pattern: String.raw`fo1_[\w-]{43}`,
      proof: "entropy",
      match: ["FLY_IO_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

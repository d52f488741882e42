import type { Provider } from "../../token-kind.ts";

/** Tokens of DigitalOcean. */
export const digitalocean: Provider = {
  name: "DigitalOcean",
  documentation: "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
  kinds: [
    {
      kind: "digitalocean-pat",
      title: "DigitalOcean personal access token",
      pattern: "dop_v1_[a-f0-9]{64}",
      proof: "structure",
      match: ["DIGITALOCEAN_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "digitalocean-access-token",
      title: "DigitalOcean access token",
      pattern: "doo_v1_[a-f0-9]{64}",
      proof: "structure",
      match: ["DIGITALOCEAN_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "digitalocean-refresh-token",
      title: "DigitalOcean refresh token",
      pattern: "dor_v1_[a-f0-9]{64}",
      ignoreCase: true,
      proof: "structure",
      match: ["DIGITALOCEAN_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

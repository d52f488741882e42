import type { Provider } from "../../token-kind.ts";

/** Tokens of Defined Networking. */
export const definednetworking: Provider = {
  name: "Defined Networking",
  documentation: "https://docs.defined.net/guides/automating-host-creation/",
  kinds: [
    {
      kind: "defined-networking-api-token",
      title: "Defined Networking API token",
      pattern: String.raw`dnkey-[a-z0-9=_\-]{26}-[a-z0-9=_\-]{52}`,
      ignoreCase: true,
      proof: "entropy",
      match: ["DEFINED_NETWORKING_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

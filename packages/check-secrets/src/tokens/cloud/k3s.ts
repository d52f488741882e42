import type { Provider } from "../../token-kind.ts";

/** Tokens of K3s. */
export const k3s: Provider = {
  name: "K3s",
  documentation: "https://docs.k3s.io/cli/token",
  kinds: [
    {
      kind: "k3s-server-token",
      title: "K3s server or agent token",
      pattern: "K10[0-9a-f]{64}::(?:server|node):[0-9a-f]{16,64}",
      proof: "structure",
      match: ["K3S_TOKEN='«»'", "k3s agent --token «»"],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

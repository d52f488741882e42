import type { Provider } from "../../token-kind.ts";

/** Tokens of DeepInfra. */
export const deepinfra: Provider = {
  name: "DeepInfra",
  documentation: "https://deepinfra.com/docs",
  kinds: [
    { kind: "deepinfra-api-key", title: "DeepInfra API key", pattern: "[A-Za-z0-9]{32}", names: ["deepinfra"], proof: "context" },
  ],
};

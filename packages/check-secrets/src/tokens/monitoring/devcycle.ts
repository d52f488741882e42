import type { Provider } from "../../token-kind.ts";

/** Tokens of DevCycle. */
export const devcycle: Provider = {
  name: "DevCycle",
  documentation: "https://docs.devcycle.com/platform/account-management/keys/",
  kinds: [
    {
      kind: "devcycle-client-sdk-key",
      title: "DevCycle client SDK key",
      pattern: "dvc_client_[A-Za-z0-9]{8,32}",
      proof: "structure",
      match: ["DEVCYCLE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "devcycle-mobile-sdk-key",
      title: "DevCycle mobile SDK key",
      pattern: "dvc_mobile_[A-Za-z0-9]{8,32}",
      proof: "structure",
      match: ["DEVCYCLE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "devcycle-server-sdk-key",
      title: "DevCycle server SDK key",
      pattern: "dvc_server_[A-Za-z0-9]{8,32}",
      proof: "structure",
      match: ["DEVCYCLE_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Sessions of Roblox. */
export const roblox: Provider = {
  name: "Roblox",
  documentation: "https://create.roblox.com/docs/cloud/legacy/users/v1",
  kinds: [
    {
      kind: "roblox-session",
      title: "Roblox session cookie",
      pattern: String.raw`WARNING:-DO-NOT-SHARE-THIS\.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items\.\|_[0-9A-F]{100,1600}`,
      proof: "structure",
      match: ['COOKIE = "_|«»"', ".ROBLOSECURITY=_|«»"],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of NuGet. */
export const nuget: Provider = {
  name: "NuGet",
  documentation: "https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package",
  kinds: [
    {
      kind: "nuget-api-key",
      title: "NuGet API key",
      pattern: "oy2[a-z0-9]{43}",
      proof: "entropy",
      match: ["NUGET_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Provider } from "../../token-kind.ts";

/** Tokens of NVIDIA. */
export const nvidia: Provider = {
  name: "NVIDIA",
  documentation: "https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html",
  kinds: [
    {
      kind: "nvidia-api-key",
      title: "NVIDIA API key",
      pattern: "nvapi-[A-Z0-9_-]{60,70}",
      ignoreCase: true,
      proof: "structure",
      match: ["NVIDIA_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

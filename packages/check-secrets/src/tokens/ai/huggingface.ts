import type { Provider } from "../../token-kind.ts";

/** Tokens of Hugging Face. */
export const huggingface: Provider = {
  name: "Hugging Face",
  documentation: "https://huggingface.co/docs/hub/security-tokens",
  kinds: [
    {
      kind: "huggingface-access-token",
      title: "Hugging Face access token",
      pattern: "hf_[a-zA-Z]{34}",
      proof: "entropy",
      match: ["HUGGING_FACE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "huggingface-organization-token",
      title: "Hugging Face organization token",
      pattern: "api_org_[a-zA-Z]{34}",
      proof: "entropy",
      match: ["HUGGING_FACE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "huggingface-token",
      title: "Hugging Face token",
      pattern: "hf_[a-zA-Z0-9]{34,40}",
      proof: "entropy",
      match: ["HUGGING_FACE_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

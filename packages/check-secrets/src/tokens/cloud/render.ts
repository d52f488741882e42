import type { Provider } from "../../token-kind.ts";

/** Tokens of Render. */
export const render: Provider = {
  name: "Render",
  documentation: "https://render.com/docs/api",
  kinds: [
    {
      kind: "render-api-key",
      title: "Render API key",
      pattern: "rnd_[A-Za-z0-9]{28,40}",
      proof: "entropy",
      match: ["RENDER_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

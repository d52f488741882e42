import type { Provider } from "../../token-kind.ts";

/** Tokens of PyPI. */
export const pypi: Provider = {
  name: "PyPI",
  documentation: "https://pypi.org/help/#apitoken",
  kinds: [
    {
      kind: "pypi-upload-token",
      title: "PyPI upload token",
      pattern: String.raw`pypi-AgEIcHlwaS5vcmc[\w-]{50,1000}`,
      proof: "structure",
      match: ["PYPI_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};

import type { Piece } from "../piece.ts";

const text = `# yaml-language-server: $schema=./node_modules/failcheck/schema.json
# Every rule is on without a word here: \`failcheck rules\` lists them, \`failcheck explain ID\` tells what each one is for.
ignore: []
rules: {}
`;

/** failcheck.yaml, with every rule as it is by default. */
export const config: Piece = {
  name: "config",
  about: "failcheck.yaml, the one file of configuration",
  suits: () => true,
  files: () => [{ path: "failcheck.yaml", text, whole: true }],
};

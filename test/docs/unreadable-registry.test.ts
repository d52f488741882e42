import { activeRule, lintTexts } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-docs";
import { expect, test } from "vitest";

const rule = rules.find(({ id }) => id === "docs/unregistered-markdown")!;

test.each<[string, string, string, string, string]>([
  ["nav is no list", "mkdocs", "mkdocs.yml", "nav:\n  a: b.md\n", "mkdocs.yml:2:3: nav is not a list"],
  ["keys that stand twice", "mkdocs", "mkdocs.yml", "nav: []\nnav: []\n", "mkdocs.yml:2:1: Map keys must be unique"],
  [
    "a sidebar that is a program",
    "docusaurus",
    "sidebars.js",
    "module.exports = {\n  a: require('fs').readdirSync('x'),\n};\n",
    "sidebars.js:2:6: is computed by a program",
  ],
  [
    "a sidebar that is a function",
    "vitepress",
    ".vitepress/config.js",
    "export default { themeConfig: { sidebar: make(1) } }",
    ".vitepress/config.js:1:42: is computed by a program",
  ],
  ["half a program", "docusaurus", "sidebars.js", "module.exports = {", "sidebars.js:1:"],
  ["an allow list that is none", "allowlist-file", "a.json", '{"x": 1}', "a.json:1:1: the allow list is not a list"],
  ["a book that is a text", "jupyter-book", "_toc.yml", "hello", "_toc.yml:1:1: the table of contents"],
  ["docs_dir that leaves", "mkdocs", "mkdocs.yml", "docs_dir: ../x\n", "mkdocs.yml:1:11: docs_dir leaves the repository"],
])("what cannot be read ends the run, with its place: %s", async (_name, kind, file, text, message) => {
  const options = { registries: [{ kind, file }] };
  const { failures } = await lintTexts([activeRule(rule, options)], { after: { [file]: text, "A.md": "a" } });
  expect(failures).toHaveLength(1);
  expect(failures[0]).toContain(message);
});

import { applyEdits, planFixes, type Finding } from "@failcheck/core";
import { activeRule, lintTexts } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-docs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

type Files = Readonly<Record<string, string>>;

const ruleOf = (id: string) => rules.find((rule) => rule.id === id)!;

async function findings(id: string, files: Files, options?: unknown): Promise<readonly Finding[]> {
  const { findings: found, failures } = await lintTexts([activeRule(ruleOf(id), options)], { after: files });
  expect(failures).toEqual([]);
  return found;
}

function repaired(files: Files, found: readonly Finding[], unsafe: boolean): Files {
  const { edits, moves } = planFixes(found, unsafe);
  const after = new Map(Object.entries(files));
  for (const [path, list] of edits) after.set(path, applyEdits(after.get(path)!, list));
  for (const { from, to } of moves) {
    after.set(to, after.get(from)!);
    after.delete(from);
  }
  return Object.fromEntries(after);
}

/** Repairs round by round until nothing is left to repair, as the command does. */
async function repairedAll(files: Files, options: unknown, unsafe: boolean): Promise<Files> {
  let now = files;
  for (let round = 0; round < 30; round++) {
    const found = await findings("docs/unregistered-markdown", now, options);
    if (found.length === 0) return now;
    now = repaired(now, found, unsafe);
  }
  throw new Error("the repairs do not end");
}

const registers: [string, string, string, object][] = [
  ["index", "docs/README.md", "# Docs\n\n- [x](x.md)\n  and more\n- [y](y.md)\n\nEnd\n", {}],
  ["index", "docs/README.md", "# Docs\r\n\r\n1. [x](x.md)\r\n2. [y](y.md)\r\n", {}],
  ["index", "docs/README.md", "", {}],
  ["mdbook", "docs/SUMMARY.md", "# Summary\n\n- [x](x.md)\n", {}],
  ["llms", "llms.txt", "# Tool\n\n- [x](docs/x.md): first", {}],
  ["allowlist-file", ".allow", "docs/x.md", {}],
  ["allowlist-file", "allow.json", '{\n  "allow": [\n    "docs/x.md"\n  ]\n}\n', {}],
  ["allowlist-file", "allow.json", "[]", {}],
  ["allowlist-file", "allow.yaml", "allow:\n  - docs/x.md # first\n  - docs/y.md\nother: 1\n", {}],
  ["mkdocs", "mkdocs.yml", "nav:\n  - Home: x.md\n  - More:\n      - y.md\nplugins: [search]\n", {}],
  ["mkdocs", "mkdocs.yml", "nav: [x.md]\n", {}],
  ["jupyter-book", "docs/_toc.yml", "format: jb-book\nroot: x\nchapters:\n- file: y\n", {}],
  ["toctree", "docs/index.md", "```{toctree}\n:maxdepth: 1\n\nx\n```\n", {}],
  ["toctree", "docs/index.rst", ".. toctree::\n   :maxdepth: 1\n\n   x\n\nText\n", {}],
  ["docusaurus", "sidebars.js", "module.exports = {\n  docs: [\n    'x',\n    {Label: ['y']},\n  ],\n};\n", {}],
  ["docusaurus", "sidebars.json", '{"docs": ["x"]}', {}],
  ["docusaurus", "sidebars.json", '{\n  "docs": {\n    "Guide": ["x"]\n  }\n}\n', {}],
  [
    "vitepress",
    "docs/.vitepress/config.ts",
    "export default {\n  themeConfig: { sidebar: [{ text: 'X', link: '/x' }] },\n}\n",
    {},
  ],
];

const nameOf = fc
  .array(fc.constantFrom("a", "Z", "7", "é", "-", "_", " ", "(", ")", "&", "'", "漢"), { minLength: 1, maxLength: 8 })
  .map((parts) => `${parts.join("").trim()}m.md`)
  .filter((name) => !name.startsWith("-"));

describe("what --fix registers is registered", () => {
  test.each(registers)("%s %s %j", async (kind, file, text, more) => {
    const options = { scope: ["docs/**/*.md"], registries: [{ kind, file, ...more }] };
    const plain = kind === "jupyter-book" || kind === "toctree" || kind === "docusaurus" || kind === "vitepress";
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(nameOf, { minLength: 1, maxLength: 3 }), fc.boolean(), async (names, titled) => {
        const files: Record<string, string> = { "docs/x.md": "x", "docs/y.md": "y", [file]: text };
        for (const name of names)
          files[`docs/${plain ? name.replace(/[^a-zé]/gi, "") : name}`] = titled ? "# It's [a]: title\n" : "";
        const after = await repairedAll(files, options, false);
        expect(Object.keys(after).sort()).toEqual(Object.keys(files).sort());
      }),
      { numRuns: 15 },
    );
  });
});

const link = fc.constantFrom(
  "[a](LOG.md)",
  "[a](./LOG.md#the-log)",
  "<a href='LOG.md'>a</a>",
  "[a][l]\n\n[l]: <LOG.md> 'title'",
  "[a](/LOG.md)",
  "[r](README.md)",
  "[o](src/a.ts)",
  "![i](docs/i.png)",
  "[n](<My Notes.md>)",
  "[m](My%20Notes.md)",
  "[d](docs/)",
  "[up](#the-log)",
);

test("a document that --fix --unsafe moves takes its links along, and no link dangles", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(link, { maxLength: 6 }), fc.array(link, { maxLength: 6 }), async (inLog, inNotes) => {
      const files = {
        "README.md": "# The log\n\nNothing is linked `LOG.md`\n",
        "LOG.md": `# The log\n\n${inLog.join("\n\n")}\n`,
        "My Notes.md": `# The log\n\n${inNotes.join("\n\n")}\n`,
        "docs/guide.md": "# The log\n\n[a](../LOG.md) [b](../LOG.md#the-log) [c](<../My Notes.md>)\n",
        "docs/i.png": "",
        "src/a.ts": "",
      };
      expect(await findings("docs/dangling-reference", files)).toEqual([]);
      const after = await repairedAll(files, {}, true);
      expect(Object.keys(after)).toEqual(expect.arrayContaining(["docs/LOG.md", "docs/My Notes.md"]));
      expect((await findings("docs/dangling-reference", after)).map(({ path, message }) => `${path}: ${message}`)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("what a registry cannot name, or another folder does not repair, is not done", async () => {
  const options = { scope: ["**/*.md"], registries: [{ kind: "allowlist-file", file: ".allow" }] };
  const [found] = await findings("docs/unregistered-markdown", { ".allow": "", "a #1.md": "x" }, options);
  expect(found).toMatchObject({ path: "a #1.md", fix: [], unsafeFix: [] });
  expect(found!.move).toBeUndefined();
});

test("llms.txt: a document stands with the documents", async () => {
  const text = "# T\n\n- [x](docs/x.md)\n\n## Optional\n\n- [y](https://y.example)\n";
  const options = { scope: ["docs/*.md"], registries: [{ kind: "llms", file: "llms.txt" }] };
  const after = await repairedAll({ "llms.txt": text, "docs/x.md": "x", "docs/n.md": "# N\n" }, options, false);
  expect(after["llms.txt"]).toBe(text.replace("x.md)\n", "x.md)\n- [N](docs/n.md)\n"));
});

test("a document moves to where its like are, and never onto another", async () => {
  const numbered = { "README.md": "x", "ADR-7-x.md": "x", "notes/adr/ADR-1.md": "x", "notes/adr/adr-2-y.md": "x" };
  expect((await findings("docs/unregistered-markdown", numbered))[0]?.move?.to).toBe("notes/adr/ADR-7-x.md");
  const taken = { "README.md": "x", "LOG.md": "x", "docs/log.md": "x" };
  expect((await findings("docs/unregistered-markdown", taken))[0]?.move).toBeUndefined();
});

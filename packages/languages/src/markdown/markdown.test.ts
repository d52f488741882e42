import { sourceFile, type Range } from "@failcheck/core";
import { describe, expect, test } from "vitest";
import { markdown, type MarkdownTree } from "./markdown.ts";

const parse = await markdown.load();

function read(text: string, path = "a.md"): MarkdownTree {
  return parse(sourceFile(path, Buffer.from(text)));
}

function cut(text: string, at: Range): string {
  return text.slice(at[0], at[1]);
}

describe("links", () => {
  test.each([
    ["plain", "é😀 [a](b.md) c", "link", "b.md", "b.md"],
    ["angle brackets with a blank", "[a](<b c.md>)", "link", "b c.md", "b c.md"],
    ["title", '[a](b.md "title")', "link", "b.md", "b.md"],
    ["percent code", "[a](b%20c.md)", "link", "b%20c.md", "b%20c.md"],
    ["character reference and escape", "[a](b&amp;c\\_d.md)", "link", "b&c_d.md", "b&amp;c\\_d.md"],
    ["parentheses", "[a](b(c).md)", "link", "b(c).md", "b(c).md"],
    ["image", "![a](b.png)", "image", "b.png", "b.png"],
    ["autolink", "<https://x.example/a>", "autolink", "https://x.example/a", "https://x.example/a"],
    ["bare autolink", "see https://x.example/a.", "autolink", "https://x.example/a", "https://x.example/a"],
    ["HTML", '<a class="x" href="b.md">b</a>', "html", "b.md", "b.md"],
    ["HTML image with a reference", "<img src='b&amp;c.png'>", "html", "b&c.png", "b&amp;c.png"],
    ["HTML without quotes", "<a href=b.md>b</a>", "html", "b.md", "b.md"],
    ["over two lines", "[a\nb](\nc.md)", "link", "c.md", "c.md"],
    ["in a quote", "> > [a](b.md)", "link", "b.md", "b.md"],
    ["behind CRLF", "x\r\n\r\n[a](b.md)\r\n", "link", "b.md", "b.md"],
    ["behind a tab", "-\t[a](b.md)", "link", "b.md", "b.md"],
  ])("%s", (_name, text, kind, url, written) => {
    const { links } = read(text);
    expect(links.map((link) => [link.kind, link.url, cut(text, link.urlAt)])).toEqual([[kind, url, written]]);
  });

  test.each([
    ["fence", "```md\n[a](b.md)\n```"],
    ["indented", "x\n\n    [a](b.md)\n"],
    ["inline code", "`[a](b.md)`"],
    ["comment", "<!-- [a](b.md) <a href='b.md'> -->"],
    ["comment over blank lines", "<!--\n\n[a](b.md)\n\n-->"],
    ["front matter", "---\na: '[a](b.md)'\n---\n"],
    ["escaped", "\\[a](b.md)"],
    ["reference without definition", "[a][b]"],
    ["MDX comment", "{/* [a](b.md) */}", "a.mdx"],
    ["MDX module", "import a from './[a](b.md)'\nexport const b = `[a](b.md)`\n\n# A", "a.mdx"],
  ])("none in: %s", (_name, text, path?: string) => {
    expect(read(text, path).links).toEqual([]);
  });

  test.each([
    ["in an indented component", "<Tabs>\n    <Tab>\n    [a](b.md)\n    </Tab>\n</Tabs>"],
    ["behind a module", "import A from './a'\n\n<A />\n\n[a](b.md)"],
    ["in a fence of a page that shows MDX", "```js\nimport a from 'a'\n```\n[a](b.md)"],
  ])("of MDX: %s", (_name, text) => {
    expect(read(text, "a.mdx").links.map((link) => cut(text, link.urlAt))).toEqual(["b.md"]);
  });

  test("references and definitions", () => {
    const text = "[A b][Ref] ![x][] [x]\n\n[ref]: <c d.md> 'title'\n[X]: y.png\n";
    const tree = read(text);
    expect(tree.references.map(({ kind, label, text: shown }) => [kind, label, shown])).toEqual([
      ["link", "ref", "A b"],
      ["image", "x", "x"],
      ["link", "x", "x"],
    ]);
    expect(tree.definitions.map(({ label, url, urlAt }) => [label, url, cut(text, urlAt)])).toEqual([
      ["ref", "c d.md", "c d.md"],
      ["x", "y.png", "y.png"],
    ]);
  });
});

test.each([
  ["# Hello, World!", "hello-world", undefined],
  ["Hello *there*\n===", "hello-there", undefined],
  ["## `code` & 日本語 😀", "code--日本語-", undefined],
  ["## Install {#setup}", "install", "setup"],
  ["# ![logo](a.png)Name", "name", undefined],
  ["<h1 align='center'>\n <b>Big</b> &amp; Co\n</h1>", "big--co", undefined],
])("the heading %j has the slug %j", (text, slug, id) => {
  expect(read(text).headings.map((heading) => [heading.slug, heading.id])).toEqual([[slug, id]]);
});

test("headings that repeat are numbered as GitHub does", () => {
  expect(read("# A\n# A\n## A-1\n# A").headings.map(({ slug }) => slug)).toEqual(["a", "a-1", "a-1-1", "a-2"]);
});

test("fences know their language", () => {
  const tree = read("```TS file=a.ts\nx\n```\n\n~~~\ny\n~~~\n\n    z\n");
  expect(tree.fences.map(({ language, meta, code }) => [language, meta, code])).toEqual([
    ["ts", "file=a.ts", "x"],
    ["", "", "y"],
    ["", "", "z"],
  ]);
});

test("anchors are ids of any element and names of <a>", () => {
  const tree = read('<a name="one"></a> <div id="two"></div> <input name="no">\n\n<h2 id=three>x</h2>');
  expect(tree.anchors.map(({ name }) => name)).toEqual(["one", "two", "three"]);
});

test("an address in running text leaves the words round it where they are", () => {
  const text = "On www.x.example and me@x.example: Monday";
  const [prose] = read(text).prose;
  expect(prose!.text).toContain(": Monday");
  expect(read(text).links.every(({ at }) => at[1] > at[0])).toBe(true);
});

test("prose keeps its offsets, and blanks what is not text", () => {
  const text = "> **Monday** `x` April\n> 12 [here](a.md)";
  const [prose] = read(text).prose;
  expect(prose!.text).toBe("  Monday   \uFFFC\uFFFC\uFFFC April\n  12  here       ".slice(0, cut(text, prose!.at).length));
  expect(prose!.text).toHaveLength(prose!.at[1] - prose!.at[0]);
});

test("tables have rows of cells", () => {
  const text = "| Day | Date |\n|---|---|\n| Mon | 2026-04-13 |\n";
  expect(read(text).tables[0]!.rows.map((row) => row.map((cell) => cell.text.replaceAll("|", "").trim()))).toEqual([
    ["Day", "Date"],
    ["Mon", "2026-04-13"],
  ]);
});

test.each([
  ["---\na: 1\n---\n# B", "yaml", "a: 1"],
  ["+++\na = 1\n+++\n# B", "toml", "a = 1"],
])("front matter of %j", (text, kind, content) => {
  const { frontMatter, headings } = read(text);
  expect([frontMatter?.kind, frontMatter?.text]).toEqual([kind, content]);
  expect(headings).toHaveLength(1);
});

test.each([
  ["nothing", ""],
  ["a NUL", "[a](b\0.md)"],
  ["nested quotes", ">".repeat(20_000)],
  ["open brackets", "[".repeat(20_000)],
  ["open tags", "<a ".repeat(5_000)],
  ["a line of open links", "[a](".repeat(200_000)],
  ["a lone surrogate", "# \ud800"],
])("bad input makes a tree: %s", (_name, text) => {
  expect(() => read(text).links).not.toThrow();
});

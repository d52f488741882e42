import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFile } from "@failcheck/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { markdown, type MarkdownPart, type MarkdownTree } from "./markdown.ts";

const parse = await markdown.load();
const read = (text: string): MarkdownTree => parse(sourceFile("a.md", Buffer.from(text)));

function listed({ links, definitions, code, prose }: MarkdownPart) {
  return { links, definitions, code, prose };
}

/** What the sections tell, put together. */
function together(tree: MarkdownTree) {
  const parts = tree.sections().map((section) => section.read());
  return {
    links: parts.flatMap((part) => part.links),
    definitions: parts.flatMap((part) => part.definitions),
    code: parts.flatMap((part) => part.code),
    prose: parts.flatMap((part) => part.prose),
  };
}

test.each([
  ["lines at the margin", "a\n\n# b\n\nc\nd\n\n- e\n\n  f\n\n[g]: h\n", 5],
  ["a label that is used elsewhere", "[a] [`b`][A  B]\n\n[a]: c.md\n\n[a b]: d.md\n", 3],
  ["a line without a blank line before it", "a\n# b\n", 1],
  ["front matter", "---\na: 1\n\n# b\n---\n\n# c\n", 2],
  ["a fence", "```sh\n\n# b\n```\n\n# c\n", 2],
  ["a longer fence", "````\n```\n\n# b\n````\n\n# c\n", 2],
  ["a fence that is never closed", "~~~\n\n# b\n\n# c\n", 1],
  ["a fence of a list", "- a\n  ```sh\n  b\n  ```\n\n# c\n", 2],
  ["a fence of a list, or not, that holds a heading", "- a\n  ```sh\n\n# c\n", 1],
  ["indented code", "    ```\n\n# c\n", 2],
  ["a comment over lines", "<!--\n\n# b\n-->\n\n# c\n", 1],
  ["a comment in one line", "<!-- a -->\n\n# c\n", 2],
  ["other ends of lines", "a\r\n\r\n# b\r\n```\r\n\r\nc\r\n```\r\n\r\nd", 3],
])("sections: %s", (_name, text, count) => {
  expect(read(text).sections()).toHaveLength(count);
  expect(together(read(text))).toEqual(listed(read(text)));
});

const line = fc.constantFrom(
  "",
  "",
  "# [a](b.md)",
  "## `c`",
  "[x](y.md) text",
  "```",
  "```sh",
  "  ```",
  "~~~~",
  "- [l](m.md)",
  "  more",
  "    code",
  "> # q",
  "<div>",
  "<!-- [z](z.md) -->",
  "<pre>",
  "| a | b |",
  "|---|---|",
  "===",
);

test("what the sections tell is what the document tells", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const text = lines.join("\n");
      expect(together(read(text))).toEqual(listed(read(text)));
    }),
    { numRuns: 500 },
  );
});

test("so it is for the documents of packages", () => {
  const modules = join(import.meta.dirname, "../../../../node_modules");
  const documents = readdirSync(modules).map((name) => join(modules, name, "README.md"));
  let count = 0;
  for (const path of documents) {
    if (count >= 40) break;
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch {
      // not every package has one
      continue;
    }
    count += 1;
    expect(together(read(text))).toEqual(listed(read(text)));
  }
  expect(count).toBe(40);
});

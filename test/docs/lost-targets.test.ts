import { activeRule, lintTexts } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-docs";
import { expect, test } from "vitest";

type Files = Readonly<Record<string, string>>;

const rule = rules.find(({ id }) => id === "docs/dangling-reference")!;

test.each<[string, Files, Files, string[]]>([
  ["a heading", { "a.md": "# A\n\n## Setup\n" }, { "a.md": "# A\n\n## Install\n" }, ["a.md has no anchor #setup"]],
  ["a heading with a line under it", { "a.md": "Setup\n-----\n" }, { "a.md": "Setup\n" }, ["a.md has no anchor #setup"]],
  ["a heading, by a fence", { "a.md": "x\n\n# Setup\n" }, { "a.md": "x\n\n```\n# Setup\n" }, ["a.md has no anchor #setup"]],
  ["one of two headings", { "a.md": "# Setup 1\n# Setup\n" }, { "a.md": "# Setup 1\n" }, ["a.md has no anchor #setup"]],
  ["an anchor of HTML", { "a.md": "<a name=setup></a>\n" }, { "a.md": "# A\n" }, ["a.md has no anchor #setup"]],
  ["a file", { "a.md": "# Setup\n" }, {}, ["a.md#setup leads to a.md, which does not exist"]],
  ["nothing", { "a.md": "# Setup\n\nx\n" }, { "a.md": "# Setup\n\n## New\n" }, []],
])("a document that is not in the commit led to what the commit takes away: %s", async (_name, before, after, expected) => {
  const left = { "README.md": "[a](a.md#setup)\n\n[old](gone.md), [older](a.md#never)\n", "z.md": "" };
  const sides = { before: { ...left, ...before }, after: { ...left, ...after } };
  const { findings, failures } = await lintTexts([activeRule(rule)], sides);
  expect(failures).toEqual([]);
  const told = findings.filter((finding) => finding.new).map(({ path, line, message }) => `${path}:${line} ${message}`);
  // Without the file the older link to its anchor leads to no file, which is new.
  const alike = told.filter((one) => one !== "README.md:3 a.md#never leads to a.md, which does not exist");
  expect(alike).toEqual(expected.map((one) => `README.md:1 ${one}`));
});

test.each<[string, string, string]>([
  ["a folder", "[a](docs/sub/)", "docs/sub/ leads to docs/sub, which does not exist"],
  ["a file in backticks", "See `docs/c.md`.", "docs/c.md does not exist"],
  ["a cited line", "See docs/c.md:1.", "docs/c.md:1 cites a file that does not exist"],
])("what speaks of a deleted file is looked at: %s", async (_name, text, expected) => {
  const left = { "README.md": `${text}\n`, "docs/b.md": "" };
  const before = { ...left, "docs/sub/a.md": "a\n", "docs/c.md": "c\n" };
  const { findings } = await lintTexts([activeRule(rule)], { before, after: left });
  expect(findings.map(({ message }) => message)).toEqual([expected]);
});

import { describe, expect, test } from "vitest";
import type { Language } from "./language.ts";
import { changeRule, fileRule, repositoryRule, type Rule } from "./rule.ts";
import { activeRule, lintTexts } from "./testing/run-example.ts";

/** Every word of a file with its place: enough of a tree to have findings. */
const words: Language<readonly { readonly at: readonly [number, number]; readonly text: string }[]> = {
  id: "words",
  matches: (path) => path.endsWith(".txt"),
  load: () =>
    Promise.resolve((file) => [...file.text.matchAll(/\w+/g)].map((m) => ({ at: [m.index, m.index + m[0].length], text: m[0] }))),
};

const forbidden = fileRule({
  id: "words/forbidden",
  title: "No bad word stands in a text.",
  incidents: ["X-1"],
  reads: words,
  *check(tree) {
    for (const { at, text } of tree) if (text === "bad") yield { at, message: `"${text}" stands here` };
  },
});

const secret = fileRule({
  id: "secrets/word",
  title: "No secret word stands in a text.",
  incidents: [],
  reads: { ...words, everything: true, matches: () => true },
  secret: true,
  *check(tree) {
    for (const { at, text } of tree) if (text.startsWith("hush")) yield { at, message: `${text} is a secret` };
  },
});

const shrunk = changeRule({
  id: "words/shrunk",
  title: "No text loses more than half of its words.",
  incidents: [],
  compares: words,
  *check(before, after) {
    if (before && after && after.length * 2 < before.length)
      yield { at: [0, 0], message: `${before.length} words became ${after.length}` };
  },
});

const counted = repositoryRule({
  id: "words/counted",
  title: "No folder holds more than two texts.",
  incidents: [],
  concerns: (path) => path.endsWith(".txt"),
  *check(repository) {
    for (const path of repository.paths.slice(2)) yield { path, at: [0, 0], message: `${path} is one too many` };
  },
});

const thrower = fileRule({
  id: "words/thrower",
  title: "This one never works.",
  incidents: [],
  reads: words,
  check() {
    throw new TypeError("hush1234567890");
  },
});

const run = (rules: readonly Rule[], before: Record<string, string> | undefined, after: Record<string, string>) =>
  lintTexts(
    rules.map((rule) => activeRule(rule)),
    { after, ...(before ? { before } : {}) },
  );

describe("a file rule", () => {
  test("is placed by line and column, with what was looked at", async () => {
    const result = await run([forbidden], undefined, { "a.txt": "one\r\n  bad é bad\r\n", "b.md": "bad" });
    expect(result.findings.map(({ line, column, endColumn }) => [line, column, endColumn])).toEqual([
      [2, 3, 6],
      [2, 9, 12],
    ]);
    expect(result.checked).toMatchObject({ files: 2, rules: 1 });
    expect(result.rulesSeen).toEqual({ "words/forbidden": 1 });
  });

  test("tells what the change brought from what stood there", async () => {
    const result = await run([forbidden], { "a.txt": "bad\nold" }, { "a.txt": "more\n  bad\nbad now" });
    expect(result.findings.map((finding) => [finding.line, finding.new])).toEqual([
      [2, false],
      [3, true],
    ]);
  });

  test("that throws is a failure of the run, without the error's words, and the others still run", async () => {
    const result = await run([thrower, forbidden], undefined, { "a.txt": "bad" });
    expect(result.failures).toEqual([expect.stringContaining("words/thrower failed on a.txt (TypeError at ")]);
    expect(result.findings).toHaveLength(1);
    expect(JSON.stringify(result)).not.toContain("hush");
  });
});

test("a binary file is said to be skipped, and looked at for secrets all the same", async () => {
  const result = await run([secret, forbidden], undefined, { "a.txt": "\0\0 hush0123456789abcdef bad" });
  expect(result.findings.map(({ rule }) => rule)).toEqual(["secrets/word"]);
  expect(result.checked).toMatchObject({ files: 0, skipped: [{ path: "a.txt", reason: "binary" }] });
});

describe("a secret", () => {
  const value = "hush0123456789abcdef";

  test("is masked in messages and excerpts, also of other rules on its line", async () => {
    const result = await run([secret, forbidden], undefined, { "a.txt": `bad ${value} bad` });
    expect(result.findings).toHaveLength(3);
    expect(JSON.stringify(result)).not.toContain(value);
    expect(result.findings[1]?.message).toBe("hush… is a secret");
  });

  test("is new only where the file did not hold it before", async () => {
    const moved = await run([secret], { "a.txt": value }, { "a.txt": `now here: ${value}` });
    expect(moved.findings.map((finding) => finding.new)).toEqual([false]);
    const rotated = await run([secret], { "a.txt": value }, { "a.txt": `${value}0` });
    expect(rotated.findings.map((finding) => finding.new)).toEqual([true]);
  });

  test("is not allowed by a comment", async () => {
    const result = await run([secret], undefined, { "a.txt": `${value} # failcheck-allow secrets/word: trust me` });
    expect(result.findings.map(({ rule }) => rule)).toEqual(["secrets/word", "failcheck/unused-allowance"]);
  });
});

describe("a comment that allows", () => {
  test.each([
    ["on the line itself", "bad # failcheck-allow words/forbidden: quoted", []],
    ["alone, for the next line", "<!-- failcheck-allow words/forbidden: quoted -->\n\nbad", []],
    ["and gives no reason", "bad // failcheck-allow words/forbidden", ["words/forbidden", "failcheck/allowance-without-reason"]],
    ["and allows nothing", "good /* failcheck-allow words/forbidden: quoted */", ["failcheck/unused-allowance"]],
    ["on another line", "bad\n# failcheck-allow words/forbidden: quoted", ["words/forbidden", "failcheck/unused-allowance"]],
    ["without a comment round it is none", "bad failcheck-allow words/forbidden: quoted", ["words/forbidden"]],
    ["inside a string is none", "bad('# failcheck-allow words/forbidden: quoted')", ["words/forbidden"]],
    ["after a string is one", "bad('it is') # failcheck-allow words/forbidden: quoted", []],
  ])("%s", async (_, text, rules) => {
    const result = await run([forbidden], undefined, { "a.txt": text });
    expect(result.findings.map(({ rule }) => rule)).toEqual(rules);
    if (rules.length === 0) expect(result.allowed).toMatchObject([{ rule: "words/forbidden", reason: "quoted" }]);
  });

  test("names no rule: an error with its place", async () => {
    const result = await run([forbidden], undefined, { "a.txt": "x # failcheck-allow words/nothing: why" });
    expect(result.failures).toEqual([expect.stringContaining("a.txt:1:5 allows words/nothing")]);
  });
});

test("a change rule sees both sides", async () => {
  const result = await run([shrunk], { "a.txt": "a b c d e" }, { "a.txt": "a" });
  expect(result.findings.map(({ message }) => message)).toEqual(["5 words became 1"]);
});

test("a repository rule sees the whole tree, and what the tree before had is old", async () => {
  const before = { "1.txt": "", "2.txt": "", "3.txt": "" };
  const result = await run([counted], before, { ...before, "4.txt": "" });
  expect(result.findings.map((finding) => [finding.path, finding.new])).toEqual([
    ["3.txt", false],
    ["4.txt", true],
  ]);
});

test("a repository rule does not run where nothing changed that concerns it", async () => {
  const result = await run([counted], { "a.md": "1" }, { "a.md": "2" });
  expect(result.rulesSeen).toEqual({});
});

describe("what a repository rule mentions narrows the files that call it", () => {
  const mentioning = repositoryRule({ ...counted, mentions: () => ["word"] });
  const losing = repositoryRule({ ...mentioning, losses: true });
  test.each([
    ["a new file that mentions it", mentioning, {}, { "1.txt": "Word" }, true],
    ["a new file that does not", mentioning, {}, { "1.txt": "" }, false],
    ["a changed file that lost it", mentioning, { "1.txt": "word" }, { "1.txt": "" }, false],
    ["a changed file that lost it, where losses matter", losing, { "1.txt": "word" }, { "1.txt": "" }, true],
    ["a new file that does not, where losses matter", losing, {}, { "1.txt": "" }, false],
    ["a file that went", mentioning, { "1.txt": "word" }, {}, true],
  ])("%s", async (_, rule, before, after, called) => {
    const result = await run([rule], before, after);
    expect(Object.keys(result.rulesSeen)).toEqual(called ? [rule.id] : []);
  });
});

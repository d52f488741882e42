import { sourceFile, type Language } from "@failcheck/core";
import { describe, expect, test } from "vitest";
import { stringOf, valueOf, type DataNode, type DataTree } from "./data.ts";
import { json } from "./json/json.ts";
import { yaml } from "./yaml/yaml.ts";

async function read(language: Language<DataTree>, text: string): Promise<DataTree> {
  return (await language.load())(sourceFile("a", Buffer.from(text)));
}

/** The node as `value@written text`, so that a row of a table shows both. */
function shown(node: DataNode | undefined, text: string): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "list") return node.items.map((item) => shown(item, text));
  if (node.kind === "scalar") return `${String(node.value)}@${text.slice(node.at[0], node.at[1])}`;
  return node.entries.map((entry) => [`${entry.key}@${text.slice(entry.keyAt[0], entry.keyAt[1])}`, shown(entry.value, text)]);
}

describe("JSON", () => {
  test.each([
    ["values", '["é", 1, true, null]', ['é@"é"', "1@1", "true@true", "null@null"], 0],
    [
      "keys that stand twice",
      '{"a": 1, "a": 2}',
      [
        ['a@"a"', "1@1"],
        ['a@"a"', "2@2"],
      ],
      0,
    ],
    ["comments and trailing commas", '// x\n{"a": [1,], }', [['a@"a"', ["1@1"]]], 0],
    ["an open object", '{"a": 1', [['a@"a"', "1@1"]], 1],
    ["a key without value", '{"a"}', [['a@"a"', "null@"]], 1],
    ["nothing", "", undefined, 1],
  ])("%s", async (_name, text, expected, problems) => {
    const tree = await read(json, text);
    expect(shown(tree.documents[0], text)).toEqual(expected);
    expect(tree.problems.length >= problems && (problems > 0 || tree.problems.length === 0)).toBe(true);
  });

  test("100,000 brackets are a problem, not a crash", async () => {
    expect((await read(json, "[".repeat(100_000))).problems).not.toEqual([]);
  });
});

describe("YAML", () => {
  test.each([
    ["a list of maps", "nav:\n  - Home: a b.md\n  - c.md\n", [["nav@nav", [[["Home@Home", "a b.md@a b.md"]], "c.md@c.md"]]], 0],
    ["quotes", "a: 'b''c'", [["a@a", "b'c@'b''c'"]], 0],
    [
      "tags nobody knows",
      "a: !ENV [X, y]\nb: !!python/name:x.y\nc: !x z",
      [
        ["a@a", ["X@X", "y@y"]],
        ["b@b", "@"],
        ["c@c", "z@z"],
      ],
      0,
    ],
    [
      "anchors and aliases",
      "a: &x [1]\nb: *x",
      [
        ["a@a", ["1@1"]],
        ["b@b", ["1@1"]],
      ],
      0,
    ],
    [
      "keys that stand twice",
      "a: 1\na: 2",
      [
        ["a@a", "1@1"],
        ["a@a", "2@2"],
      ],
      1,
    ],
    ["a tab", "a:\n\t- b", undefined, 1],
    ["nothing", "", undefined, 0],
  ])("%s", async (_name, text, expected, problems) => {
    const tree = await read(yaml, text);
    if (expected !== undefined) expect(shown(tree.documents[0], text)).toEqual(expected);
    expect(tree.problems.length > 0).toBe(problems > 0);
  });

  test("an alias to what holds it, and a billion laughs, end", async () => {
    const laughs = ["a0: &a0 x", ...Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)].join("\n");
    expect((await read(yaml, `a: &a\n  - *a\n`)).documents).toHaveLength(1);
    expect((await read(yaml, laughs)).documents).toHaveLength(1);
    expect((await read(yaml, "[".repeat(100_000))).problems).not.toEqual([]);
  });

  test("several documents", async () => {
    expect((await read(yaml, "a: 1\n---\nb: 2\n")).documents).toHaveLength(2);
  });
});

test("helpers read the last of equal keys, and strings only", async () => {
  const node = (await read(json, '{"a": "x", "a": "y", "b": 1}')).documents[0];
  expect([stringOf(valueOf(node, "a")), stringOf(valueOf(node, "b")), valueOf(node, "c")]).toEqual(["y", undefined, undefined]);
});

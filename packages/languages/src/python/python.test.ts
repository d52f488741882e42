import { describe, expect, test } from "vitest";
import { flatten, plainText } from "../code/strings.ts";
import { python } from "./python.ts";

const parse = await python.load();

function read(text: string) {
  const tree = parse({ path: "a.py", kind: "file", bytes: new Uint8Array(), text });
  return { tree, cut: (at: readonly [number, number]) => text.slice(at[0], at[1]) };
}

describe("strings", () => {
  test.each([
    ["a plain one", `x = "a\\tb"`, "a\tb"],
    ["raw text keeps its backslashes", `x = r"\\n"`, "\\n"],
    ["a code point above U+FFFF", `x = "😀\\U0001F600\\x41\\101"`, "😀😀AA"],
    ["implicit concatenation", `x = ("a" 'b'\n  "c")`, "abc"],
    ["a sum with parentheses", `x = "a" + ("b" + 'c')`, "abc"],
    ["doubled braces of an f-string", `x = f"{{{y}}}"`, "{?}"],
    ["an interpolation with format", `x = f"a {y!r:>{w}} b"`, "a ? b"],
    ["an operand that is no string", `x = "a" + y + "b"`, "a?b"],
    ["a line that goes on", `x = "a\\\nb"`, "ab"],
    ["an unknown escape stands for itself", `x = "\\d"`, "\\d"],
    ["bytes know no \\u", `x = b"\\u0041"`, "\\u0041"],
    ["an empty one", `x = ""`, ""],
  ])("%s", (_, text, expected) => {
    const { tree } = read(text);
    expect(tree.strings.map((literal) => flatten(literal, () => "?").text)).toContain(expected);
  });

  test("every decoded character leads back to its place behind non-ASCII text", () => {
    const { tree, cut } = read(`k = "ä😀"\nq = f"é\\n{k} WHERE" "\\x41 END"`);
    const literal = tree.strings.at(-1)!;
    const flat = flatten(literal, () => "$1");
    const found = (word: string) => {
      const start = flat.text.indexOf(word);
      return cut(flat.range(start, start + word.length));
    };
    expect(["WHERE", "END", "A", "$1", "é\n$"].map(found)).toEqual(["WHERE", "END", "\\x41", "{k}", "é\\n{k}"]);
    expect(plainText(literal)).toBeUndefined();
  });
});

test.each([
  ["import json\njson.dumps(1)", 1],
  ["import json as j\nj.dumps(1)", 1],
  ["from json import dumps as d\nd(1)", 1],
  ["from json import *\nloads(1)", 0],
  ["class json: pass\nx.json.dumps(1)", 0],
])("calls are found under their imported name: %s", (text, count) => {
  expect([...read(text).tree.calls("json.dumps")]).toHaveLength(count);
});

test("arguments, parameters, classes and assignments", () => {
  const { tree } = read(
    "@d\nclass A(B, metaclass=M):\n  def f(self, a: int = 1, *b, c=2, **k): return g(a, *b, k=c, **k)\n  x: int = 3\n",
  );
  const [call] = tree.calls("g");
  expect(call?.args.map(({ name, spread, node }) => [name, spread, node.text])).toEqual([
    [undefined, undefined, "a"],
    [undefined, "*", "b"],
    ["k", undefined, "c"],
    [undefined, "**", "k"],
  ]);
  expect(tree.functions[0]?.parameters.map(({ name, spread }) => `${spread ?? ""}${name ?? ""}`)).toEqual([
    "self",
    "a",
    "*b",
    "c",
    "**k",
  ]);
  expect(tree.classes.map(({ name, bases, decorators }) => [name, bases[0]?.text, decorators[0]?.text])).toEqual([
    ["A", "B", "@d"],
  ]);
  expect(tree.assignments.map(({ target, annotation, value }) => [target.text, annotation?.text, value?.text])).toEqual([
    ["x", "int", "3"],
  ]);
});

test.each([
  ["half a file", "def f(:\n  x = json.dumps({\n\nclass A:\n  y = g(1)\n"],
  ["Python 2", "print 'a'\nexec 'b'\nraise E, 'c'\n"],
  ["nothing", ""],
  ["noise", "\u0000\uFFFD ))) {{{ '''"],
  ["deep nesting", "[".repeat(20_000)],
])("never throws: %s", (_, text) => {
  expect(read(text).tree.root.type).toMatch(/module|ERROR/);
});

test("an error costs its own place", () => {
  const { tree, cut } = read("a = f(1)\nclass C[T = int]: pass\nb = g(2)\n");
  expect(tree.problems.map(({ at }) => cut(at))).toEqual(["T ="]);
  expect([...tree.calls()].map(({ name }) => name)).toEqual(["f", "g"]);
});

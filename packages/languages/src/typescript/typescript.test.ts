import { describe, expect, test } from "vitest";
import { flatten } from "../code/strings.ts";
import { typescript } from "./typescript.ts";

const parse = await typescript.load();

function read(text: string, path = "a.ts") {
  const tree = parse({ path, kind: "file", bytes: new Uint8Array(), text });
  return { tree, cut: (at: readonly [number, number]) => text.slice(at[0], at[1]) };
}

describe("strings", () => {
  test.each([
    ["quoted", `x = "a\\tb\\u{1F600}\\x41"`, "a\tb😀A"],
    ["a template", "x = `a ${y} b`", "a ? b"],
    ["a sum", `x = 'a' + y + "b"`, "a?b"],
    ["String.raw", "x = String.raw`\\n`", "\\n"],
    ["a JSX attribute has no escapes", "x = <a b='\\n' />", "\\n"],
    ["an empty template", "x = ``", ""],
  ])("%s", (_, text, expected) => {
    const { tree } = read(text, "a.jsx");
    expect(tree.strings.map((literal) => flatten(literal, () => "?").text)).toContain(expected);
  });

  test("a tagged template has its tag, and holes that keep their braces", () => {
    const { tree, cut } = read("const é = '😀'; db.sql`SELECT ${ a }::jsonb ${b}`");
    const literal = tree.strings.at(-1)!;
    const flat = flatten(literal, () => "$");
    expect(literal.tag).toBe("db.sql");
    expect(literal.pieces.filter(({ kind }) => kind === "hole").map(({ at }) => cut(at))).toEqual(["${ a }", "${b}"]);
    expect(cut(flat.range(flat.text.indexOf("jsonb"), flat.text.indexOf("jsonb") + 5))).toBe("jsonb");
  });
});

test.each([
  ["import { insert as i } from 'm'; i(1)", ["m.insert"]],
  ["import * as m from 'm'; m.a.insert(1)", ["m.a.insert"]],
  ["const { insert } = require('m'); insert?.(1)", ["m.insert"]],
  ["(x as any)!.y(1)", ["x.y"]],
  ["new A.B()", ["A.B"]],
  ["f(1).g(2)", [undefined, "f"]],
])("calls have their imported name: %s", (text, names) => {
  const { tree } = read(text);
  expect([...tree.calls()].map(({ name }) => name).filter((name) => name !== "require")).toEqual(names);
});

test.each([
  ["import a, { b as c } from 'm'", ["m default a", "m b c"]],
  ["import 'm'", ["m  "]],
  ["export * from './m'; export { a as b } from './n'", ["./m * ", "./n a "]],
  ["const x = await import('m')", ["m  x"]],
  ["import x = require('m')", ["m  x"]],
])("imports: %s", (text, expected) => {
  expect(read(text).tree.imports.map(({ module, imported, local }) => `${module} ${imported ?? ""} ${local ?? ""}`)).toEqual(
    expected,
  );
});

test("classes, members, parameters and decorators", () => {
  const { tree } = read(
    "@E() class A extends B<C> { @F() x = 1; m(private y: D, { z }, w = 2, ...r) {} } const g = (h: number) => h;",
  );
  expect(
    tree.classes.map(({ name, bases, decorators, body }) => [name, bases[0]?.text, decorators[0]?.text, body.length]),
  ).toEqual([["A", "B", "@E()", 2]]);
  expect(
    tree.functions.map(({ name, parameters }) => [name, ...parameters.map((one) => `${one.spread ?? ""}${one.name ?? "?"}`)]),
  ).toEqual([
    ["m", "y", "?", "w", "...r"],
    ["g", "h"],
  ]);
});

test.each([
  ["half a file", "const x = { a: JSON.stringify(b) \n function f( { \n const y = foo(1", "foo"],
  ["noise in the middle", "f(1); @@@ )( ; g(2)", "g"],
  ["JSX in a .ts file", "f(1); const x = <a>b</a>", "f"],
])("what stands around a syntax error is there: %s", (_, text, call) => {
  const { tree } = read(text);
  expect(tree.problems.length).toBeGreaterThan(0);
  expect([...tree.calls(call)]).toHaveLength(1);
});

test.each([
  ["nothing", ""],
  ["noise", "\u0000\uFFFD ))) {{{ '''"],
  ["deep nesting", "[".repeat(20_000)],
  ["a huge sum", `x = ${Array.from({ length: 8000 }, () => "'a'").join("+")}`],
])("never throws: %s", (_, text) => {
  expect(read(text).tree.root.type).toBe("Program");
});

test.each([
  ["src/a.ts", true],
  ["a.MJS", true],
  ["a.d.cts", true],
  ["a.tsx.md", false],
  ["ts", false],
])("matches %s: %s", (path, expected) => {
  expect(typescript.matches(path)).toBe(expected);
});

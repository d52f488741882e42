import { sourceFile } from "@failcheck/core";
import { beforeAll, expect, test } from "vitest";
import type { Parse } from "@failcheck/core";
import { hole } from "./shell-quotes.ts";
import { shell } from "./shell.ts";
import type { ShellTree } from "./shell.ts";

let parse: Parse<ShellTree>;
beforeAll(async () => {
  parse = await shell.load();
});
const read = (text: string): ShellTree => parse(sourceFile("a.sh", Buffer.from(text)));
const words = (text: string): string[][] => read(text).commands.map((command) => command.words.map((word) => word.text));

test.each([
  ["git commit -m 'a b' \"c d\"", [["git", "commit", "-m", "a b", "c d"]]],
  ["git \\--no-\"ver\"'ify'", [["git", "--no-verify"]]],
  ['echo $\'a\\x6e\\n\' "x $Y \\"z\\"" $Z', [["echo", "an\n", `x ${hole} "z"`, hole]]],
  ["a && b || c; d | e &", [["a"], ["b"], ["c"], ["d"], ["e"]]],
  ["if a; then b; fi; f() { c; }; (d); ! e", [["a"], ["b"], ["c"], ["d"], ["e"]]],
  [
    "echo $(git log) `git status`",
    [
      ["echo", hole, hole],
      ["git", "log"],
      ["git", "status"],
    ],
  ],
  [
    "export A=1 B; unset C",
    [
      ["export", "B"],
      ["unset", "C"],
    ],
  ],
  ["A=1", [[]]],
  ["", []],
])("the words of %s", (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test("assignments stand with their command", () => {
  const [command] = read('A=1 B="$C d" git x').commands;
  expect(command?.assignments.map(({ name, value }) => [name, value.text])).toEqual([
    ["A", "1"],
    ["B", `${hole} d`],
  ]);
});

test.each([
  ["sh <<EOF\ngit x\nEOF\n", "git x\n"],
  ["sh <<< 'git x'", "git x"],
  ["echo git x | sh", "git x"],
  ["sh x", undefined],
])("the input of %j", (text, input) => {
  expect(read(text).commands.at(-1)?.input).toBe(input);
});

test("redirections and places", () => {
  const tree = read("a > b 2>&1; c >> 'd e' < f");
  expect(tree.redirects.map(({ operator, target }) => [operator, target.text])).toEqual([
    [">", "b"],
    [">&", "1"],
    [">>", "d e"],
    ["<", "f"],
  ]);
  expect(tree.redirects[2]?.target.at).toEqual([17, 22]);
});

test.each(["if", "'", "a <<", "$(", "\0", "((((", "case x in"])("%j has problems and no exception", (text) => {
  expect(() => read(text)).not.toThrow();
});

import { sourceFile } from "@failcheck/core";
import { expect, test } from "vitest";
import { text } from "./text.ts";

const parse = await text.load();

test.each([
  ["", []],
  ["a", [[0, 1, "a"]]],
  [
    "a\r\n\nb\rc\n",
    [
      [0, 1, "a"],
      [3, 3, ""],
      [4, 5, "b"],
      [6, 7, "c"],
    ],
  ],
])("lines of %j", (content, expected) => {
  const tree = parse(sourceFile("a.txt", Buffer.from(content)));
  expect([...tree.lines].map((line) => [...line.at, line.text])).toEqual(expected);
});

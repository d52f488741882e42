import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runScript } from "./support/run-script.ts";
import { readScript } from "./support/script.ts";

const folder = join(import.meta.dirname, "scripts");

test.concurrent.each(readdirSync(folder).filter((name) => name.endsWith(".txt")))("%s", async (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  expect(text.split("\n").length, "a scenario stays under 40 lines").toBeLessThanOrEqual(41);
  await runScript(text);
});

test.each([
  ["an exit code", "exec false"],
  ["a failure that does not come", "! exec true"],
  ["output", "exec echo one\nstdout two"],
  ["an unknown word", "execute true"],
  ["a file that differs", "exec echo one\ncmp stdout two\n-- two --\ntwo"],
  ["a path that leads out", "exists ../other"],
])("the player notices %s", async (_, script) => {
  await expect(runScript(script)).rejects.toThrow();
});

test("words, quotes and files", () => {
  const script = readScript("# comment\n! exec sh -c 'echo ''a b'' > x'\n-- deep/file --\none\ntwo\n-- empty --\n");
  expect(script.commands).toEqual([{ line: 2, negated: true, words: ["exec", "sh", "-c", "echo 'a b' > x"] }]);
  expect([...script.files]).toEqual([
    ["deep/file", "one\ntwo\n"],
    ["empty", ""],
  ]);
});

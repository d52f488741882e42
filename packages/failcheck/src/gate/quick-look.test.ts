import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rules } from "@failcheck/check-secrets";
import { sample } from "@failcheck/check-secrets/sample";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rememberPolicy } from "./marker.ts";
import { plainlyClean } from "./quick-look.ts";

let gitDirectory: string;
beforeEach(() => {
  gitDirectory = mkdtempSync(join(tmpdir(), "failcheck-test-"));
  writeFileSync(join(gitDirectory, "message"), "words\n");
});
afterEach(() => rmSync(gitDirectory, { recursive: true }));

const commit = () => ({ gitDirectory, tree: "t1", rules: "r1", messageFile: join(gitDirectory, "message") });
const noConfiguration =
  "HEAD:failcheck.yaml missing\nHEAD:failcheck.yml missing\nHEAD:failcheck.json missing\nHEAD:failcheck-allow.yaml missing\n";
const configuration =
  "HEAD:failcheck.yaml missing\nc1 blob 2 \n{}\nHEAD:failcheck.json missing\nHEAD:failcheck-allow.yaml missing\n";
const blob = (text: string, path = "a.txt") => `b1 blob ${Buffer.byteLength(text)} M\t${path}\n${text}\n`;
const look = (...answers: readonly string[]) => plainlyClean(Buffer.from(answers.join("")), commit());
const end = "listed-all missing\n";

test("what is plainly clean leaves a marker", () => {
  expect(look(noConfiguration, blob("one\n"), blob("two\n", "b c.txt"), blob(""), end)).toBe(true);
  expect(readFileSync(join(gitDirectory, "failcheck/ok"), "utf8")).toBe("t1 r1\nwords\n");
});

test.each([
  ["a secret", [noConfiguration, blob(`token = "${sample("github-pat")}"\n`), end]],
  ["a list that was cut short", [noConfiguration, blob("one\n")]],
  ["no list at all", []],
  ["an object that is not there", [noConfiguration, "b1 missing\n", end]],
  ["something that is no file", [noConfiguration, "b1 commit 3 M\ta.txt\none\n", end]],
  ["a path in quotes", [noConfiguration, blob("one\n", '"a\\nb"'), end]],
  ["a configuration that was not read yet", [configuration, blob("one\n"), end]],
  ["a new configuration", [noConfiguration, blob("{}\n", "failcheck.yaml"), end]],
  ["an allowance", [noConfiguration, blob("- {}\n", "failcheck-allow.yaml"), end]],
])("%s is left to the whole check", (_, answers) => {
  expect(look(...answers)).toBe(false);
  expect(existsSync(join(gitDirectory, "failcheck/ok"))).toBe(false);
});

test("a configuration that was read counts as long as the rules are the same", () => {
  rememberPolicy(gitDirectory, "r1", ["", "c1", "", ""]);
  expect(look(configuration, blob("one\n"), end)).toBe(true);
  rememberPolicy(gitDirectory, "r2", ["", "c1", "", ""]);
  expect(look(configuration, blob("one\n"), end)).toBe(false);
});

test("a message with a secret, and a rebase, are left to the whole check", () => {
  writeFileSync(join(gitDirectory, "CHERRY_PICK_HEAD"), "");
  expect(look(noConfiguration, end)).toBe(true);
  writeFileSync(join(gitDirectory, "message"), `key ${sample("github-pat")}\n`);
  expect(look(noConfiguration, end)).toBe(false);
  writeFileSync(join(gitDirectory, "message"), "words\n");
  writeFileSync(join(gitDirectory, "rebase-merge"), "");
  expect(look(noConfiguration, end)).toBe(false);
});

test("every rule about secrets goes by the scanner that the quick look asks", () => {
  for (const rule of rules) expect(rule).toHaveProperty("reads.id", "secrets");
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../packages/failcheck");
const dist = join(command, "dist");
const home = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-parts-")));

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Tests of sources load packages as Node does, which is not how the bundler found them. */
test("every part of the built command loads by itself", () => {
  const parts = readdirSync(dist).filter((name) => name.endsWith(".js") && name !== "cli.js");
  expect(parts.filter((name) => name.endsWith("-parser.js")).length).toBeGreaterThan(8);
  const load = `
    for (const part of ${JSON.stringify(parts)}) {
      try { await import(${JSON.stringify(`${dist}/`)} + part) } catch (error) { console.log(part + ": " + error.message) }
    }`;
  expect(execFileSync(process.execPath, ["--input-type=module", "-e", load], { encoding: "utf8" })).toBe("");
});

/** The parts that are loaded to check what is staged, by their names. */
function loadedFor(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = realpathSync(mkdtempSync(join(home, "case-")));
  const env = { PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: "1", GIT_CEILING_DIRECTORIES: home };
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, env });
  git("init", "-q");
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  git("add", "-A");
  const [probe, list] = [join(home, "probe.cjs"), join(home, "loaded.txt")];
  writeFileSync(
    probe,
    `process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(list)}, Object.keys(require.cache).join("\\n")));`,
  );
  execFileSync(process.execPath, ["--require", probe, join(command, "bin/failcheck.js"), "staged"], { cwd: folder, env });
  return readFileSync(list, "utf8")
    .split("\n")
    .map((path) => basename(path));
}

/** Matches the parts that read a language: `html-parser.js`, `page-parser.js`, `htmlparser2.js`; not `policy.js`. */
const reader = /pars|tree-sitter|typescript/;

test.each([
  ["a style sheet and a configuration", { "a.css": "a { color: red }", "b.toml": "a = 1" }, []],
  ["a text", { "a.txt": "<div>" }, []],
  ["a page", { "a.html": "<div></div>" }, ["html-parser.js", "htmlparser2.js", "page-parser.js"]],
])("a commit loads no parser but those of its files: %s", (_, files, parsers) => {
  const loaded = loadedFor(files);
  expect(loaded).toContain("cli.js");
  expect(loaded.filter((name) => reader.test(name)).sort()).toEqual(parsers);
});

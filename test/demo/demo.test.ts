import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cleanEnvironment } from "../support/repository.ts";

const command = resolve(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const home = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-")));
const env = { ...cleanEnvironment(home), TMPDIR: home };

function play(...words: readonly string[]) {
  return spawnSync(process.execPath, [command, "demo", ...words], { env, cwd: home, encoding: "utf8" });
}

afterAll(() => rmSync(home, { recursive: true, force: true }));

test("six failures are found with their incidents, and the commit is refused", () => {
  const { stdout, stderr, status } = play();
  expect(stderr).toBe("");
  expect(status).toBe(0);
  for (const told of [
    /infra\/docker-compose\.override\.yml:4:\d+ {2}secrets\//,
    /site\/index\.html:4:7 {2}html\/unclosed-div/,
    /site\/report\.html:3:10 {2}template\/raw-tag/,
    /reports\/weekly\.py:2:\d+ {2}sql\/unfiltered-revenue/,
    /PROJECT_STATE\.md:1:1 {2}docs\/unregistered-markdown/,
    /migrations\/0042_routing\.py:8:\d+ {2}json\/double-encode/,
  ])
    expect(stdout).toMatch(told);
  for (const incident of ["Z-S10A", "P-11", "P-10", "P-02", "M-023", "Z-json"]) expect(stdout).toContain(`why: ${incident}`);
  const refused = stdout.slice(stdout.indexOf("$ git commit --no-verify"));
  expect(refused).toMatch(/secrets\/[\s\S]*\(exit code 1\)/);
  expect(readdirSync(home)).toEqual([]);
});

test("no secret is shown", () => {
  expect(play().stdout).not.toMatch(/glsa_\w{10}/);
});

test("--keep leaves a repository in which the commit is still refused", () => {
  const { stdout } = play("--keep");
  const root = /kept in (\S+)/.exec(stdout)?.[1] ?? "";
  expect(existsSync(join(root, "site/index.html"))).toBe(true);
  const again = spawnSync("git", ["commit", "--no-verify", "-m", "again"], { cwd: root, env, encoding: "utf8" });
  expect(again.status).toBe(1);
  rmSync(root, { recursive: true });
});

test("the README's picture is what it prints, line by line", () => {
  const readme = readFileSync(resolve(import.meta.dirname, "../../README.md"), "utf8");
  const picture = /```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const printed = new Set(play().stdout.split("\n"));
  const lines = picture.split("\n").filter((line) => line !== "");
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => !printed.has(line))).toEqual([]);
});

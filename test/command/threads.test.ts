import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sample } from "@failcheck/check-secrets/sample";
import { afterAll, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-threads-")));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The findings, a line each, and what was looked at. */
function look(...paths: readonly string[]): { readonly findings: readonly string[]; readonly summary: string } {
  const { stdout } = spawnSync(process.execPath, [command, "--format", "agent", ...paths], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, GIT_CEILING_DIRECTORIES: folder },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const lines = stdout.trimEnd().split("\n");
  return { findings: lines.filter((line) => line.startsWith("part-")).sort(), summary: lines.at(-1) ?? "" };
}

test("a tree of many files, which several threads share, gives what one thread would find", () => {
  for (let index = 0; index < 1500; index++) {
    const place = join(folder, `part-${index % 30}`);
    mkdirSync(place, { recursive: true });
    const secret = index % 100 === 7 ? `token = "${sample("github-pat", String(index))}"\n` : "";
    writeFileSync(join(place, `${index}.html`), `<p>${index}</p>\n${secret}`);
  }
  writeFileSync(join(folder, "part-3/data.bin"), Buffer.from([0, 1, 2]));
  const shared = look(".");
  const [half, otherHalf] = [0, 15].map((from) => look(...Array.from({ length: 15 }, (_, index) => `part-${from + index}`)));
  expect(shared.summary).toContain("1500 files (1 skipped: 1 binary)");
  expect(shared.findings.length).toBeGreaterThanOrEqual(15);
  expect(shared.findings).toEqual([...(half?.findings ?? []), ...(otherHalf?.findings ?? [])].sort());
}, 60_000);

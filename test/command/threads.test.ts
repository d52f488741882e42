import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sample } from "@failcheck/check-secrets/sample";
import { afterAll, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-threads-")));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(...args: readonly string[]): { readonly status: number | null; readonly whole: unknown; readonly text: string } {
  const { stdout, status } = spawnSync(process.execPath, [command, "--format", "json", ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, GIT_CEILING_DIRECTORIES: folder },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  // How long it took is the only thing that may differ.
  const whole: unknown = JSON.parse(stdout, (key, value: unknown) => (key === "ms" ? 0 : value));
  return { status, whole, text: stdout };
}

test("a tree of many files, which several threads share, gives what one thread would find", () => {
  for (let index = 0; index < 1500; index++) {
    const place = join(folder, `part-${index % 30}`);
    mkdirSync(place, { recursive: true });
    const secret = index % 100 === 7 ? `token = "${sample("github-pat", String(index))}"\n` : "";
    writeFileSync(join(place, `${index}.html`), `<p>${index}</p>\n${secret}`);
  }
  writeFileSync(join(folder, "part-3/data.bin"), Buffer.from([0, 1, 2]));
  const shared = report(".");
  const alone = report(".", "--shard", "1/1");
  expect(shared.status).toBe(1);
  expect(shared.text.match(/"secrets\/provider-token"/g)?.length).toBeGreaterThanOrEqual(15);
  expect(shared.whole).toEqual(alone.whole);
}, 60_000);

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const project = join(import.meta.dirname, "../..");
const home = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-clone-")));

/** The environment of a newcomer: nothing of ours switches hooks off or development dependencies out. */
function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|HUSKY|CI$|NODE_ENV|VITEST|npm_)/i.test(name));
  return { ...Object.fromEntries(kept), ...more };
}

function run(cwd: string, line: string, more?: NodeJS.ProcessEnv) {
  const ended = spawnSync(line, { cwd, env: environment(more), shell: true, encoding: "utf8", timeout: 280_000 });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

function clone(name: string): string {
  const folder = join(home, name);
  const ended = run(home, `git clone -q "file://${project}" ${name}`);
  expect(ended).toMatchObject({ code: 0 });
  return folder;
}

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe.skipIf(!existsSync(join(project, ".git")))("a clean clone", { timeout: 300_000 }, () => {
  test.each([
    ["usual", "npm ci --prefer-offline --ignore-scripts", {}],
    ["production", "npm ci --prefer-offline", { NODE_ENV: "production" }],
  ])("%s: without a build it says so, and never that all is well", (name, line, more) => {
    const folder = clone(name);
    expect(run(folder, line, more)).toMatchObject({ code: 0 });
    const { code, out, err } = run(folder, "npx --no-install failcheck", more);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("not built");
  });

  test("half a build is no finding either", () => {
    const dist = join(home, "usual/packages/failcheck/dist");
    mkdirSync(dist);
    writeFileSync(join(dist, "cli.js"), 'require("./never-written.js");\n');
    const { code, out, err } = run(join(home, "usual"), "npx --no-install failcheck");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^failcheck: it cannot start: .*npm run build$/m);
  });

  describe("after npm ci", () => {
    const folder = join(home, "usual");
    beforeAll(() => {
      expect(run(folder, "npm ci --prefer-offline")).toMatchObject({ code: 0 });
    }, 300_000);

    test("checks itself, and says what was looked at", () => {
      const { code, out } = run(folder, "npx --no-install failcheck");
      expect(out).toMatch(/failcheck \d+\.\d+\.\d+: \d+ files.* \d+ rules: 0 findings/);
      expect(code).toBe(0);
    });

    test("is found from a folder below, too", () => {
      expect(run(join(folder, "packages/core"), "npx --no-install failcheck --version")).toMatchObject({ code: 0 });
    });

    test("has its hooks, and nothing that git would call a change", () => {
      expect(run(folder, "git config core.hooksPath").out.trim()).toBe(join(folder, ".git/failcheck/hooks"));
      expect(run(folder, "git status --porcelain").out).toBe("");
    });
  });
});

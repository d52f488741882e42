import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import nodeModule from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const command = resolve(import.meta.dirname, "../../packages/failcheck");

/** Prints the parts that were compiled anew for `failcheck --version`, after what that prints. */
const counting = `
  const { compiled, load } = require("./dist/start.cjs");
  process.argv = [process.execPath, "failcheck", "--version"];
  process.on("exit", () => console.log(JSON.stringify([...compiled.keys()])));
  load("cli.js");
`;

// Node has a cache of its own from 22.1 on, and the build keeps nothing there.
describe.skipIf("enableCompileCache" in nodeModule)("the parts that V8 compiled at the build", () => {
  let root = "";
  const kept = () => join(root, "dist/compiled", process.versions.v8);

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "failcheck-start-"));
    for (const part of ["bin", "dist"]) cpSync(join(command, part), join(root, part), { recursive: true });
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const version = () => {
    const { stdout, status } = spawnSync(process.execPath, [join(root, "bin/failcheck.js"), "--version"], { encoding: "utf8" });
    return { stdout: stdout.trim(), status };
  };
  const compiledNow = (): unknown =>
    JSON.parse(execFileSync(process.execPath, ["-e", counting], { cwd: root, encoding: "utf8" }).split("\n").at(-2) ?? "");

  test("are taken, and nothing is compiled again", () => {
    expect(existsSync(kept())).toBe(true);
    expect(compiledNow()).toEqual([]);
    expect(version()).toEqual({ stdout: "0.1.0", status: 0 });
  });

  test("are compiled as ever where they are damaged or missing", () => {
    const names = readdirSync(kept());
    for (const name of names) writeFileSync(join(kept(), name), "no code");
    expect(compiledNow()).toContain("cli.js");
    expect(version()).toEqual({ stdout: "0.1.0", status: 0 });
    for (const name of names) truncateSync(join(kept(), name));
    expect(version()).toEqual({ stdout: "0.1.0", status: 0 });
    rmSync(join(root, "dist/compiled"), { recursive: true });
    expect(compiledNow()).toContain("cli.js");
    expect(version()).toEqual({ stdout: "0.1.0", status: 0 });
  });

  test("are no part of the package", () => {
    const packed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: command, encoding: "utf8" });
    expect(packed).toContain('"dist/start.cjs"');
    expect(packed).not.toContain("dist/compiled");
  });
});

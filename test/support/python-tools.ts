import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../node_modules/.cache/failcheck/python");

/** Where a program from PyPI stands, installed into an environment of the tests' own; or why it is not to be had here. */
export function pythonTool(name: string): { readonly file: string } | { readonly missing: string } {
  const environment = join(folder, name);
  const file = join(environment, "bin", name);
  if (existsSync(file)) return { file };
  mkdirSync(folder, { recursive: true });
  const made = spawnSync("python3", ["-m", "venv", environment], { encoding: "utf8", timeout: 60_000 });
  if (made.status !== 0) return { missing: "python3 with venv is not on this machine" };
  const pip = spawnSync(join(environment, "bin/pip"), ["install", "-q", "--disable-pip-version-check", name], {
    encoding: "utf8",
    timeout: 120_000,
  });
  if (pip.status === 0 && existsSync(file)) return { file };
  rmSync(environment, { recursive: true, force: true });
  return { missing: `${name} could not be installed from PyPI` };
}

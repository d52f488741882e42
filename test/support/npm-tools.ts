import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../node_modules/.cache/failcheck/npm");

/**
 * Where a package from npm stands, installed for the tests alone and without its install script; or why it is not to be had here.
 * What installs hooks of its own as soon as it is installed can be no dependency of this project.
 */
export function npmTool(name: string, version: string): { readonly folder: string } | { readonly missing: string } {
  const home = join(folder, `${name}-${version}`);
  const installed = join(home, "node_modules", name);
  if (existsSync(installed)) return { folder: installed };
  mkdirSync(home, { recursive: true });
  const npm = spawnSync("npm", ["install", "--silent", "--ignore-scripts", "--prefix", home, `${name}@${version}`], {
    encoding: "utf8",
    timeout: 120_000,
  });
  if (npm.status === 0 && existsSync(installed)) return { folder: installed };
  rmSync(home, { recursive: true, force: true });
  return { missing: `${name} could not be installed from npm` };
}

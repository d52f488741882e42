import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const command = join(root, "packages/failcheck/dist/cli.js");

/** Before the tests: builds the command where a source is newer than it, so that no test plays against yesterday's. */
export function setup(): void {
  if (existsSync(command) && newestSource() < statSync(command).mtimeMs) return;
  execFileSync(process.execPath, [join(root, "packages/devtools/src/build.mjs")], { cwd: root, stdio: "inherit" });
}

function newestSource(): number {
  let newest = 0;
  for (const name of readdirSync(join(root, "packages"))) {
    const folder = join(root, "packages", name);
    for (const part of ["src", "pages"].filter((inner) => existsSync(join(folder, inner)))) {
      for (const path of readdirSync(join(folder, part), { recursive: true, encoding: "utf8" })) {
        newest = Math.max(newest, statSync(join(folder, part, path)).mtimeMs);
      }
    }
  }
  return newest;
}

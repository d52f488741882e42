/**
 * Runs the rules for documents over the trees of docs.json and compares the counts. By hand, since it loads the trees:
 * `node test/corpus/docs.mjs FOLDER` (Go modules by `go mod download`, Python source packages by `pip download`).
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const failcheck = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const folder = resolve(process.argv[2] ?? "corpus");
const trees = JSON.parse(readFileSync(join(import.meta.dirname, "docs.json"), "utf8"));
mkdirSync(folder, { recursive: true });

/** The folder of a Go module, as the module cache has it: the whole repository without the modules nested in it. */
function goModule(name) {
  if (!existsSync(join(folder, "go.mod"))) writeFileSync(join(folder, "go.mod"), "module corpus\n");
  const said = execFileSync("go", ["mod", "download", "-json", name], { cwd: folder, encoding: "utf8" });
  return JSON.parse(said).Dir;
}

/** The folder of a Python source package. */
function sourcePackage(requirement) {
  const here = join(folder, requirement.replace("==", "-"));
  if (!existsSync(here)) {
    mkdirSync(here);
    execFileSync("pip", ["download", "--no-deps", "--no-binary", ":all:", "-q", "-d", here, requirement], { stdio: "inherit" });
    const archive = readdirSync(here).find((name) => name.endsWith(".tar.gz"));
    execFileSync("tar", ["xzf", archive], { cwd: here });
  }
  const [top] = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return join(here, top.name);
}

/** A tree that cannot be loaded is no success: the others are compared all the same. */
function load(tree) {
  try {
    return tree.startsWith("pip:") ? sourcePackage(tree.slice(4)) : goModule(tree);
  } catch (error) {
    process.exitCode = 2;
    console.log(`${tree}: cannot be loaded: ${error.stdout || error.message}`);
    return undefined;
  }
}

for (const { tree, ...expected } of trees) {
  const cwd = load(tree);
  if (cwd === undefined) continue;
  const args = [failcheck, "--only", "docs/*", "--format", "json", "."];
  const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  const { findings } = JSON.parse(stdout);
  for (const [rule, count] of Object.entries(expected)) {
    const found = findings.filter((finding) => finding.rule === rule).length;
    if (found === count) continue;
    process.exitCode = 1;
    console.log(`${tree}: ${found} of ${rule} instead of ${count}`);
  }
}

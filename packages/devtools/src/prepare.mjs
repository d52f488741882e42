/** npm runs this after an install in a checkout: it builds the command and connects the hooks of this repository. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** Without development dependencies (NODE_ENV=production, --omit=dev) there is nothing to build with: say it, and let npm finish. */
async function installed(name) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/**
 * npm prepares a package that it installs from git for all projects (pre-commit and prek ask for that) without its development
 * dependencies: it hands `global` on to the install that should bring them. Nothing goes to stdout, where npm pack has its answer.
 */
function bringWhatBuilds() {
  const { npm_config_global: isGlobal, npm_execpath: npm, ...rest } = process.env;
  if (isGlobal !== "true" || npm === undefined) return;
  const env = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !/^(?:npm_config_(?:location|prefix|omit)|NODE_ENV)$/i.test(name)),
  );
  spawnSync(process.execPath, [npm, "ci", "--include=dev", "--ignore-scripts"], { cwd: root, env, stdio: ["ignore", 2, 2] });
}

async function connectHooks() {
  if (process.env.CI || process.env.HUSKY === "0" || !existsSync(join(root, ".git"))) return;
  process.chdir(root);
  const { default: husky } = await import("husky");
  const problem = husky("hooks");
  if (problem) console.error(`failcheck: the git hooks were not installed: ${problem}`);
  // After husky, which sets core.hooksPath anew each time.
  const { status } = spawnSync(process.execPath, ["packages/failcheck/bin/failcheck.js", "install"], { stdio: "inherit" });
  if (status !== 0)
    console.error("failcheck: the gate for secrets was not installed. Repair what it says, then: npm run prepare");
}

if (!(await installed("rolldown"))) bringWhatBuilds();
if (await installed("rolldown")) {
  const { build } = await import("./build.mjs");
  await build();
  await connectHooks();
} else {
  console.error(
    "failcheck: not built, because its development dependencies are not installed. Run npm ci without NODE_ENV=production.",
  );
}

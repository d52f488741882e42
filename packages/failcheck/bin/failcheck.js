#!/usr/bin/env node
// Committed, because npm links a workspace's command only when the file exists at install time; what it runs is built.
const { existsSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const { join } = require("node:path");

const command = join(__dirname, "../dist/cli.js");

if (existsSync(command)) {
  try {
    if (enableCompileCache) {
      enableCompileCache();
      require(command);
    } else require("../dist/start.cjs").load("cli.js");
  } catch (error) {
    cannotStart(`it cannot start: ${error.message.split("\n", 1)[0]}. In a checkout of failcheck run: npm ci && npm run build`);
  }
} else {
  cannotStart("not built. In a checkout of failcheck run: npm run build");
}

/** What could not look is no finding, whose exit code is 1, and what node itself would end with. */
function cannotStart(reason) {
  process.stderr.write(`failcheck: ${reason}\n`);
  process.exitCode = 2;
}

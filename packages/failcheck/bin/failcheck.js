#!/usr/bin/env node
// Committed, because npm links a workspace's command only when the file exists at install time; what it runs is built.
const { existsSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const { join } = require("node:path");

const command = join(__dirname, "../dist/cli.js");

if (existsSync(command)) {
  enableCompileCache?.();
  require(command);
} else {
  process.stderr.write("failcheck: not built. In a checkout of failcheck run: npm run build\n");
  process.exitCode = 2;
}

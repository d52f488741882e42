#!/usr/bin/env node
// Committed, because npm links a workspace's command only when the file exists at install time; what it runs is built.
import { existsSync } from "node:fs";
import module from "node:module";

const command = new URL("../dist/cli.js", import.meta.url);

if (existsSync(command)) {
  module.enableCompileCache?.();
  await import(command.href);
} else {
  process.stderr.write("failcheck: not built. In a checkout of failcheck run: npm run build\n");
  process.exitCode = 2;
}

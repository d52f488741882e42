import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

/**
 * The path of a wasm file: beside this module once it is bundled (the build copies them there), in its package when it
 * runs from the sources.
 */
export function wasmFile(name: string, packagePath: string): string {
  compileOnce();
  const beside = join(dirname(fileURLToPath(import.meta.url)), name);
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(packagePath);
}

/**
 * V8 compiles what runs often once more, with its optimizing compiler, and a process does not end before that is done. A
 * parser is a few very large functions and a run is short: for one query that took three times as long as all the rest, and
 * neither thousands of statements nor megabytes of programs were read faster for it.
 */
function compileOnce(): void {
  // A V8 that does not know the flag would say so on stderr: it is known from Node 20 (V8 11) to Node 25 (V8 14).
  if (Number.parseInt(process.versions.v8, 10) <= 14) setFlagsFromString("--wasm-tiering-budget=2000000000");
}

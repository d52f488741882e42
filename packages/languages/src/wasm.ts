import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The path of a wasm file: beside this module once it is bundled (the build copies them there), in its package when it
 * runs from the sources.
 */
export function wasmFile(name: string, packagePath: string): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), name);
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(packagePath);
}

/**
 * Runs a tool of this package that is written in TypeScript: `node packages/devtools/src/tool.mjs docs --check`.
 * The tool is bundled on the way, because the oldest supported Node strips no types.
 */
import { mkdir } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Loads `packages/devtools/src/NAME.ts`. Tools work with paths relative to the repository's root, which becomes the directory. */
export async function tool(name) {
  process.chdir(root);
  const cache = join(root, "node_modules/.cache/failcheck", name);
  await mkdir(cache, { recursive: true });
  await bundle({ [name]: join(root, "packages/devtools/src", `${name}.ts`) }, cache, { format: "esm", extension: "mjs" });
  return import(pathToFileURL(join(cache, `${name}.mjs`)).href);
}

if (process.argv[1] === import.meta.filename) {
  const [name, ...words] = process.argv.slice(2);
  const { main } = await tool(name);
  process.exitCode = await main(words);
}

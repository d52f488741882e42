/**
 * `npm run build`: bundles the command into packages/failcheck/dist, with the files it reads when it runs, writes its schema, and
 * bundles the action, which is the same command with nothing left to install.
 */
import { spawnSync } from "node:child_process";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import nodeModule, { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { bundle } from "./bundle.mjs";
import { root, tool } from "./tool.mjs";

const command = join(root, "packages/failcheck");
const action = join(root, "packages/action");

/** Parsers in WebAssembly; `wasmFile` in packages/languages looks for them beside the bundle first. */
const wasm = [
  "web-tree-sitter/web-tree-sitter.wasm",
  "@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm",
  "@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm",
  "libpg-query/wasm/libpg-query.wasm",
];

const dialects = "mysql mariadb sqlite bigquery snowflake redshift transactsql trino hive".split(" ");

async function copyWasm(dist) {
  const { resolve } = createRequire(join(root, "packages/languages/package.json"));
  for (const file of wasm) await cp(resolve(file), join(dist, basename(file)));
}

/**
 * The thread that reads SQL of other dialects, and the grammar of each: the thread loads one when it is asked for. They are copied
 * whole, since a thread starts from a file and a grammar is as large as all the rest.
 */
async function copyDialects(dist) {
  const languages = join(root, "packages/languages");
  const { resolve } = createRequire(join(languages, "package.json"));
  await cp(join(languages, "src/sql/foreign/worker.mjs"), join(dist, "sql-worker.mjs"));
  for (const dialect of dialects) await cp(resolve(`node-sql-parser/build/${dialect}.js`), join(dist, `sql-${dialect}.cjs`));
}

/** `failcheck explain` prints pages: a rule's from `dist/rules/<id>.md`, an incident's from `dist/incidents/<id>.md`. */
async function copyPages(dist) {
  const packages = await readdir(join(root, "packages"));
  for (const checker of packages.filter((name) => name.startsWith("check-"))) {
    const source = join(root, "packages", checker, "src");
    const files = await readdir(source, { recursive: true });
    for (const path of files.filter((name) => name.endsWith(".md"))) await copyPage(join(source, path), dist);
  }
  await cp(join(root, "packages/incidents/pages"), join(dist, "incidents"), { recursive: true });
}

async function copyPage(path, dist) {
  const text = await readFile(path, "utf8");
  const [heading] = text.split("\n", 1);
  const page = join(dist, "rules", `${heading.replace("# ", "").trim()}.md`);
  await mkdir(dirname(page), { recursive: true });
  await writeFile(page, text);
}

async function writeSchema() {
  const { configurationSchema } = await tool("schema");
  await writeFile(join(command, "schema.json"), `${JSON.stringify(configurationSchema(), null, 2)}\n`);
}

async function fill(dist, input, options) {
  await rm(dist, { recursive: true, force: true });
  const files = await bundle(input, dist, options);
  // The packages are of ES modules; what is built from them is not.
  await writeFile(join(dist, "package.json"), '{ "type": "commonjs" }\n');
  await Promise.all([copyWasm(dist), copyDialects(dist), copyPages(dist)]);
  // npm pack prints the name of its file on stdout while it builds, and pre-commit reads it there.
  console.error(`built ${relative(root, dist)}: ${files.length} files`);
}

/** Ends with one sentence and 2 where an entry of the catalogue is broken: a stack of minified code helps nobody. */
async function prove() {
  const { proveCatalogue } = await tool("catalogue");
  try {
    proveCatalogue();
  } catch (error) {
    console.error(`build: ${error.message}`);
    process.exit(2);
  }
}

export async function build() {
  await prove();
  const cli = join(command, "src/cli.ts");
  const thread = join(command, "src/thread.ts");
  await fill(join(command, "dist"), { cli, thread });
  await bundle({ gate: join(command, "src/gate-entry.ts") }, join(command, "dist"), { extension: "cjs", whole: true });
  for (const file of ["hook.cjs", "start.cjs"]) await cp(join(command, "src", file), join(command, "dist", file));
  // Without it the command starts too, only later.
  if (!nodeModule.enableCompileCache)
    spawnSync(process.execPath, [join(import.meta.dirname, "compile.mjs")], { stdio: "ignore" });
  await fill(join(action, "dist"), { cli, thread, index: join(action, "src/index.ts") }, { external: [] });
  await writeSchema();
}

if (process.argv[1] === import.meta.filename) await build();

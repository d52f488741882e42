/**
 * Starts the command from what V8 made of its parts when it was built: reading and compiling them is a fifth of every start.
 * From Node 22 on `module.enableCompileCache` does the same; this is for Node 20, where the build ran on the same V8. A part that
 * is not there, or that V8 refuses, is compiled as ever. Source: `script.createCachedData` in the manual of Node's `vm`.
 */
const { readFileSync } = require("node:fs");
const { Module } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

const folder = join(__dirname, "compiled", process.versions.v8);

/** The scripts of the parts that were compiled here, by their names: what the build keeps. */
const compiled = new Map();

/** What a part of the command exports: `load("cli.js")`. Throws what the part throws, and where there is no such part. */
function load(name) {
  const filename = join(__dirname, name);
  const known = require.cache[filename];
  if (known) return known.exports;
  const code = readFileSync(filename, "utf8");
  // A script of `vm` has no `import()` without a flag: such a part is left to Node.
  if (code.includes("import(")) return require(filename);
  const part = new Module(filename, module);
  const run = scriptOf(name, code).runInThisContext();
  // Where Node looks too, so that no part is ever there twice.
  require.cache[filename] = part;
  run(part.exports, take, part, filename, __dirname);
  return part.exports;
}

/** `require` as a part has it: another part, or a package. */
function take(name) {
  return name.startsWith("./") && name.endsWith(".js") ? load(name.slice(2)) : require(name);
}
take.resolve = require.resolve;

function scriptOf(name, code) {
  const cachedData = kept(name);
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
  const script = new Script(wrapped, { filename: join(__dirname, name), cachedData });
  if (cachedData === undefined || script.cachedDataRejected) compiled.set(name, script);
  return script;
}

function kept(name) {
  try {
    return readFileSync(join(folder, name));
  } catch {
    // built by another Node, or not at all: V8 compiles it now
    return undefined;
  }
}

module.exports = { compiled, folder, load };

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { scan } from "@failcheck/check-secrets/scan";
import { sourceFile } from "@failcheck/core";
import { expect, test } from "vitest";

const installed = join(import.meta.dirname, "../../node_modules");

/** Packages full of what looks like a secret: hashes, encoded tables, minified names, URLs, words of tokenizers, keys of maps. */
const packages = [
  "@electric-sql/pglite",
  "@typescript-eslint/parser",
  "@vitest",
  "ajv",
  "commander",
  "dependency-cruiser",
  "eslint",
  "fast-check",
  "htmlparser2",
  "knip",
  "picomatch",
  "playwright-core",
  "prettier",
  "simple-git",
  "valibot",
  "vite",
  "web-tree-sitter",
  "yaml",
];

function* filesOf(name: string): Generator<string> {
  const folder = join(installed, name);
  if (!existsSync(folder)) return;
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const stats = statSync(join(folder, path));
    if (stats.isFile() && stats.size < 400_000) yield `${name}/${path}`;
  }
}

test("nothing is found in what only looks like a secret", () => {
  const paths = packages.flatMap((name) => [...filesOf(name)]);
  expect(paths.length).toBeGreaterThan(1500);
  const found = paths.flatMap((path) =>
    scan(sourceFile(path, readFileSync(join(installed, path)))).hits.map(({ kind, shown }) => `${path}: ${kind} ${shown}`),
  );
  expect(found).toEqual([]);
});

import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const dist = join(import.meta.dirname, "../../packages/failcheck/dist");

/** Tests of sources load packages as Node does, which is not how the bundler found them. */
test("every part of the built command loads by itself", () => {
  const parts = readdirSync(dist).filter((name) => name.endsWith(".js") && name !== "cli.js");
  expect(parts.filter((name) => name.endsWith("-parser.js")).length).toBeGreaterThan(8);
  const load = `
    for (const part of ${JSON.stringify(parts)}) {
      try { await import(${JSON.stringify(`${dist}/`)} + part) } catch (error) { console.log(part + ": " + error.message) }
    }`;
  expect(execFileSync(process.execPath, ["--input-type=module", "-e", load], { encoding: "utf8" })).toBe("");
});

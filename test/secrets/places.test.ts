import { rules } from "@failcheck/check-secrets";
import { sample } from "@failcheck/check-secrets/sample";
import { activeRule, lintTexts } from "@failcheck/core/testing";
import { expect, test } from "vitest";

const active = rules.map((rule) => activeRule(rule));
const token = sample("github-pat");

test("a secret in a file's name is found, and no output holds the name as it is", async () => {
  const result = await lintTexts(active, { after: { [`dumps/${token}/a.txt`]: `password = "${sample("password")}"\n` } });
  expect(result.findings.map(({ rule }) => rule)).toEqual(["secrets/provider-token", "secrets/assigned-credential"]);
  expect(JSON.stringify(result.findings)).not.toContain(token);
});

test.each([
  ["behind many lines", `${"insert into jobs values (1, 2, 3);\n".repeat(200_000)}-- ${token}\n`, 200_001, 4],
  ["where two pieces overlap", `${"x\n".repeat(2_096_000)}${token}\n${"y\n".repeat(800_000)}`, 2_096_001, 1],
  ["in one line", `${"var a=1;".repeat(700_000)}"${token}"`, 1, 5_600_002],
])("a text too large for other rules is looked at in pieces: %s", async (_, text, line, column) => {
  const result = await lintTexts(active, { after: { "dump.sql": text } });
  expect(result.findings.map((finding) => [finding.line, finding.column])).toEqual([[line, column]]);
  expect(JSON.stringify(result.findings)).not.toContain(token);
  expect(result.checked.skipped).toEqual([{ path: "dump.sql", reason: "over 5 MiB" }]);
});

test("what is larger still fails the run: nobody looked", async () => {
  const result = await lintTexts(active, { after: { "disk.img": Buffer.alloc(101 * 1024 * 1024) } });
  expect(result.failures).toEqual([
    'disk.img is larger than 100 MiB, and nobody looked for secrets in it. Keep it out of git, or leave it out with "ignore:".',
  ]);
});

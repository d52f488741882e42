import { sample, sampleKinds } from "@failcheck/check-secrets/sample";
import { rules } from "@failcheck/check-secrets";
import { activeRule, lintTexts } from "@failcheck/core/testing";
import { expect, test } from "vitest";

const active = rules.map((rule) => activeRule(rule));

test("nothing that a result holds shows a secret, whatever its kind and its neighbours", async () => {
  const after: Record<string, string> = {};
  const secrets = sampleKinds.filter((kind) => kind !== "documented-json-web-token").map((kind) => sample(kind));
  for (const [index, secret] of secrets.entries()) {
    after[`config/${index}.env`] =
      `# see below\nSERVICE_TOKEN="${secret}" # once more: ${secret}\nDB_PASSWORD=${sample("password", String(index))}\n`;
  }
  const result = await lintTexts(active, { after });
  expect(result.findings.length).toBeGreaterThan(sampleKinds.length / 2);
  const shown = JSON.stringify(result.findings);
  const lines = secrets.flatMap((secret) => secret.split("\n")).filter((line) => line.length >= 12 && !line.startsWith("-----"));
  expect(lines.filter((line) => shown.includes(JSON.stringify(line).slice(1, -1)))).toEqual([]);
});

import { sample } from "@failcheck/check-secrets/sample";
import { rules } from "@failcheck/check-secrets";
import { reporters } from "@failcheck/core";
import { activeRule, lintTexts } from "@failcheck/core/testing";
import { expect, test } from "vitest";

const active = rules.map((rule) => activeRule(rule));
const [one, two, three] = ["1", "2", "3"].map((seed) => sample("password", seed));
const key = sample("github-pat");

/** Lines with more than one secret: whichever are found, the others must not be read off the excerpt. */
const lines: readonly (readonly [path: string, line: string, found: number])[] = [
  ["sign.sh", `keytool -genkey -keystore a.jks -storepass ${one} -keypass ${two}`, 2],
  ["sign.sh", `jarsigner -storepass ${one} -keypass ${two} app.jar alias`, 2],
  ["conv.sh", `openssl pkcs12 -passin pass:${one} -passout pass:${two} -in a -out b`, 2],
  ["snmp.sh", `snmpget -v3 -l authPriv -u ops -A ${one} -X ${two} host sysName`, 2],
  ["users.json", `{"admin":{"password":"${one}"},"reader":{"password":"${two}"},"token":"${key}"}`, 3],
  ["users.txt", `users: ops:${one} deploy:${two} password=${three}`, 1],
  ["call.sh", `curl -H "Authorization: Bearer ${key}" https://ops:${one}@db.corp.io/x -u deploy:${two}`, 3],
  ["odd.sh", `tool --password ${one} --vault ${two} --other ${key}`, 2],
  ["odd.sh", `tool --password ${one} -keypass rosebud`, 1],
];

test.each(lines)("%s: nothing on the line is shown in any format (%#)", async (path, line, found) => {
  const result = await lintTexts(active, { after: { [path]: `${line}\n` } });
  expect(result.findings.length).toBeGreaterThanOrEqual(found);
  const context = { tool: "failcheck", ms: 1, color: false, hyperlinks: false, root: "/", incidents: new Map(), verbose: true };
  for (const reporter of Object.values(reporters)) {
    const shown = reporter(result, context);
    for (const secret of [one, two, three, key, "rosebud"]) expect(shown).not.toContain(secret);
  }
});

/** A long line is cut before it is masked: wherever the cut falls, no end of a secret may be left over. */
test.each([0, 1, 7, 20, 33])("a line of many secrets after %d characters shows no piece of one", async (lead) => {
  const many = Array.from({ length: 300 }, (_, index) => sample("github-pat", `${index % 40}`));
  const line = `${"x".repeat(lead)} ${many.map((token) => `"${token}"`).join(", ")}`;
  const { findings } = await lintTexts(active, { after: { "a.js": `${line}\n` } });
  expect(findings).toHaveLength(many.length);
  const pieces = new Set(many.flatMap((token) => [token.slice(-8), token.slice(10, 18)]));
  for (const { excerpt } of findings) {
    const shown = excerpt.map(({ text }) => text).join("\n");
    expect([...pieces].filter((piece) => shown.includes(piece))).toEqual([]);
    expect(shown).toContain("ghp_…");
  }
});

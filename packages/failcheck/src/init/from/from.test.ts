import { expect, test } from "vitest";
import { fromDetectSecrets } from "./detect-secrets.ts";
import { fromGitleaks, fromGitleaksIgnore } from "./gitleaks.ts";
import { globsOf } from "./path-pattern.ts";
import { fromSecretlint, fromSecretlintIgnore } from "./secretlint.ts";

const known = [{ rule: "secrets/provider-token", path: "src/a.py", line: 2, fingerprint: "0123456789abcdef" }];

test.each([
  ["^vendor/", ["vendor/**"]],
  ["(.*?)(jpg|png)$", ["**/*jpg", "**/*png"]],
  [String.raw`go\.sum`, ["**/*go.sum*"]],
  [String.raw`^docs/.*\.md$`, ["docs/**/*.md"]],
  ["(^|/)test[^/]*/", undefined],
])("the path pattern %s becomes globs, or is said not to", (pattern, globs) => {
  expect(globsOf(pattern)).toEqual(globs);
});

test("gitleaks' rules become entries that match their own example; what is built in or no rule of ours is said", () => {
  const config = [
    "[extend]",
    "useDefault = true",
    "[[rules]]",
    'id = "acme-token"',
    String.raw`regex = '(?i)\b(acme_[a-z0-9]{24})\b'`,
    "entropy = 3.1",
    "[[rules]]",
    'id = "github-pat"',
    "regex = 'ghp_x'",
    "[[rules]]",
    'id = "pair"',
    "regex = '(id)=(?P<key>[a-z]{8})(;)'",
    "secretGroup = 2",
    "[allowlist]",
    "paths = ['^vendor/']",
    "stopwords = ['abc']",
  ].join("\n");
  const { custom, allowances, left } = fromGitleaks(".gitleaks.toml", config);
  expect(custom.map(({ id }) => id)).toEqual(["gitleaks/acme-token", "gitleaks/pair"]);
  expect(custom[0]).toMatchObject({ ignoreCase: true, entropy: 3.1, pattern: String.raw`\b(acme_[a-z0-9]{24})\b` });
  expect(custom[1]).toMatchObject({ pattern: "(?:id)=(?<key>[a-z]{8})(?:;)" });
  expect(new Set(allowances.map((one) => ("path" in one ? one.path : "")))).toEqual(new Set(["vendor/**"]));
  expect(left.join("\n")).toMatch(/useDefault.*\n.*github-pat: built in\n.*stopwords abc/);
});

test(".gitleaksignore names findings of today by their place", () => {
  const { allowances, left } = fromGitleaksIgnore(".gitleaksignore", "# x\nsrc/a.py:github-pat:2\nb.py:aws:1\nnonsense\n", known);
  expect(allowances).toEqual([{ fingerprint: "0123456789abcdef", reason: "ignored as github-pat in .gitleaksignore" }]);
  expect(left).toEqual([
    "b.py:1: failcheck finds nothing there today",
    ".gitleaksignore: nonsense is no fingerprint of gitleaks",
  ]);
});

test("a baseline of detect-secrets gives its entries, and not those that were audited as secrets", () => {
  const results = {
    "src/a.py": [{ type: "GitHub", line_number: 2, is_secret: false }],
    "b.py": [{ type: "Key", line_number: 4, is_secret: true }],
  };
  const { allowances, left } = fromDetectSecrets(".secrets.baseline", { results, plugins_used: [{ name: "X" }] }, known);
  expect(allowances).toHaveLength(1);
  expect(left).toEqual([
    "b.py:4: audited as a secret (Key): rotate it",
    ".secrets.baseline: plugin X: failcheck's own kinds take its place",
  ]);
});

test("secretlint's own patterns become entries, its ignored paths allowances", () => {
  const pattern = {
    id: "@secretlint/secretlint-rule-pattern",
    options: { patterns: [{ name: "my key", pattern: "/mykey_[a-z]{10}/i" }] },
  };
  const { custom } = fromSecretlint(".secretlintrc.json", { rules: [pattern] });
  expect(custom).toMatchObject([{ id: "secretlint/my-key", pattern: "mykey_[a-z]{10}", ignoreCase: true }]);
  const { allowances, left } = fromSecretlintIgnore(".secretlintignore", "dist/\n!keep\n");
  expect(allowances[0]).toMatchObject({ path: "**/dist/**" });
  expect(left).toEqual([".secretlintignore: !keep: an allowance has no exceptions"]);
});

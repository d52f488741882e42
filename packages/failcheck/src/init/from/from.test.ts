import { expect, test } from "vitest";
import { fromDetectSecrets } from "./detect-secrets.ts";
import { fromGitleaks, fromGitleaksIgnore } from "./gitleaks.ts";
import { globsOf } from "./path-pattern.ts";
import { fromSecretlint, fromSecretlintIgnore } from "./secretlint.ts";

const known = [
  {
    rule: "secrets/provider-token",
    path: "src/a.py",
    line: 2,
    fingerprint: "0123456789abcdef",
    secret: "s3cretabc",
    text: "a = s3cretabc",
  },
];

test.each([
  ["^vendor/", ["vendor/**"]],
  ["(.*?)(jpg|png)$", ["**/*jpg", "**/*png"]],
  [String.raw`go\.sum`, ["**/*go.sum*"]],
  [String.raw`^docs/.*\.md$`, ["docs/**/*.md"]],
  ["(^|/)test[^/]*/", undefined],
  [String.raw`(?:^|/)vendor/ruby(?:/.*)?$`, ["vendor/ruby/**", "vendor/ruby", "**/vendor/ruby/**", "**/vendor/ruby"]],
  [String.raw`go\.(?:mod|work(?:\.sum)?)$`, ["**/*go.mod", "**/*go.work.sum", "**/*go.work"]],
  ["(?i)readme$", undefined],
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
  const { custom, allowances, left } = fromGitleaks(".gitleaks.toml", config, known);
  expect(custom.map(({ id }) => id)).toEqual(["gitleaks/acme-token", "gitleaks/pair"]);
  expect(custom[0]).toMatchObject({ ignoreCase: true, entropy: 3.1, pattern: String.raw`\b(acme_[a-z0-9]{24})\b` });
  expect(custom[1]).toMatchObject({ pattern: "(?:id)=(?<key>[a-z]{8})(?:;)" });
  expect(new Set(allowances.map((one) => ("path" in one ? one.path : one.fingerprint)))).toEqual(
    new Set(["vendor/**", "0123456789abcdef"]),
  );
  expect(left.join("\n")).toMatch(
    /useDefault.*\n.*github-pat: built in\n.*no word abc: one finding of today allowed by fingerprint/,
  );
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
  const { allowances, left } = fromDetectSecrets(
    ".secrets.baseline",
    {
      results,
      filters_used: [
        { path: "detect_secrets.filters.gibberish.should_exclude_secret" },
        { path: "detect_secrets.filters.regex.should_exclude_secret", pattern: ["", "zzz"] },
      ],
      plugins_used: [{ name: "X" }],
    },
    known,
  );
  expect(allowances).toHaveLength(1);
  expect(left).toEqual([
    "b.py:4: audited as a secret (Key): rotate it",
    ".secrets.baseline: filter detect_secrets.filters.gibberish.should_exclude_secret: failcheck judges placeholders, references and hashes by itself",
    ".secrets.baseline:  is no pattern of JavaScript's, or one that matches everything",
    ".secrets.baseline: failcheck allows findings and paths, no pattern zzz: nothing is found there today",
    ".secrets.baseline: plugin X: failcheck's own kinds take its place",
  ]);
});

test("secretlint's own patterns become entries, its ignored paths allowances", () => {
  const pattern = {
    id: "@secretlint/secretlint-rule-pattern",
    options: { patterns: [{ name: "my key", pattern: "/mykey_[a-z]{10}/i" }] },
  };
  const { custom } = fromSecretlint(".secretlintrc.json", { rules: [pattern] }, known);
  expect(custom).toMatchObject([{ id: "secretlint/my-key", pattern: "mykey_[a-z]{10}", ignoreCase: true }]);
  const { allowances, left } = fromSecretlintIgnore(".secretlintignore", "dist/\n!keep\n");
  expect(allowances[0]).toMatchObject({ path: "**/dist/**" });
  expect(left).toEqual([".secretlintignore: !keep: an allowance has no exceptions"]);
});

test("what a preset of secretlint sets for its rules is read too; allowed texts become allowances of what is found today", () => {
  const preset = {
    id: "@secretlint/secretlint-rule-preset-recommend",
    rules: [
      { id: "@secretlint/secretlint-rule-slack", disabled: true },
      { id: "@secretlint/secretlint-rule-github", options: { allows: ["/^S3CRET/i"] } },
      { id: "@secretlint/secretlint-rule-aws", allowMessageIds: ["AWSAccountID"] },
    ],
  };
  const { allowances, left } = fromSecretlint(".secretlintrc", { rules: [preset] }, known);
  expect(allowances).toEqual([{ fingerprint: "0123456789abcdef", reason: "allowed in .secretlintrc" }]);
  expect(left.join("\n")).toMatch(
    /preset-recommend: built in\n.*slack: disabled.*\n.*slack: built in\n.*one finding.*\n.*AWSAccountID/s,
  );
});

import { kinds } from "@failcheck/check-secrets/catalogue";
import { rules } from "@failcheck/check-secrets";
import { sample } from "@failcheck/check-secrets/sample";
import { reporters, type ReportContext, type Result } from "@failcheck/core";
import { activeRule, lintTexts } from "@failcheck/core/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { filled, forms, type Form } from "./forms.ts";

const active = rules.map((rule) => activeRule(rule));

/** Formats with a place for a password: `{s}` is the secret, `{b}` the same in base64, `{u}` as an address holds it. */
const places: readonly Form[] = [
  { path: ".npmrc", text: "//registry.acme.io/:_authToken={s}" },
  { path: ".netrc", text: "machine db.acme.io login deploy password {s}" },
  { path: ".pypirc", text: "[pypi]\nusername = deploy\npassword = {s}" },
  { path: ".pgpass", text: "db.acme.io:5432:app:deploy:{s}" },
  { path: "secret.yaml", text: "apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\ndata:\n  db-password: {b}" },
  { path: "app.properties", text: "url=postgres://deploy:{u}@db.acme.io:5432/app" },
  { path: "App.java", text: 'String url = "jdbc:mysql://db.acme.io/app?user=deploy&password={u}";' },
  { path: "app.config", text: '<add connectionString="Server=db.acme.io;Database=app;User Id=deploy;Password={s};" />' },
  { path: "run.sh", text: "curl -u deploy:'{s}' https://api.acme.io/v1" },
  { path: "run.sh", text: "curl -H 'Authorization: Bearer {s}' https://api.acme.io/v1" },
];

/** Machine-made tokens of characters that no format has to escape; the kinds that need their own name are wrapped in `assigned.test.ts`. */
const plain = kinds
  .filter(({ kind }) => kind.isId !== true && kind.names === undefined && /^[\w.-]{16,200}$/.test(sample(kind.kind)))
  .map(({ kind }) => kind.kind);
const values = fc.record({
  kind: fc.constantFrom(...plain, "password", "secret-key"),
  seed: fc.string({ minLength: 4, maxLength: 8 }),
});
const wrapping = fc.constantFrom(...forms, ...places);

/** The form with the value in it; an address has it escaped, a blank in one nobody escapes. */
function wrapped(form: Form, name: string, value: string, escape = encodeURIComponent): string {
  const text = form.text.replaceAll("{b}", () => Buffer.from(value).toString("base64")).replaceAll("{u}", () => escape(value));
  return filled({ ...form, text }, name, value);
}

const context: ReportContext = {
  tool: "failcheck 0",
  ms: 1,
  color: true,
  hyperlinks: true,
  root: "/",
  incidents: new Map(),
  verbose: true,
  rules: new Map(),
};

const said = (result: Result) => Object.values(reporters).map((reporter) => reporter(result, context));

test("a secret of any kind in any wrapping is found, and no format shows it", async () => {
  await fc.assert(
    fc.asyncProperty(values, wrapping, fc.nat(40), async ({ kind, seed }, form, line) => {
      const secret = sample(kind, seed);
      const text = `${"\n".repeat(line)}${wrapped(form, kind === "secret-key" ? "session_secret" : "db_password", secret)}`;
      const result = await lintTexts(active, { after: { [form.path]: text } });
      expect([result.findings.length, text]).toEqual([1, text]);
      expect(result.findings[0]?.line).toBeGreaterThan(line);
      const forms = [secret, Buffer.from(secret).toString("base64"), encodeURIComponent(secret), secret.slice(8)];
      expect(said(result).flatMap((output) => forms.filter((one) => output.includes(one)))).toEqual([]);
    }),
    { numRuns: 300, seed: 5 },
  );
});

const word = fc.constantFrom("PASSWORD", "db_password", "api-key", "token", "Secret", "MY_APP_KEY");
const blank = fc.oneof(
  word.map((name) => `<${name}>`),
  word.map((name) => `\${${name}}`),
  word.map((name) => `{{ ${name} }}`),
  word.map((name) => `%${name.toUpperCase().replaceAll("-", "_")}%`),
  word.map((name) => `your-${name.toLowerCase()}-here`),
  word.map((name) => `REPLACE_WITH_${name.toUpperCase()}`),
  word.map((name) => `vault:kv/data/app#${name}`),
  word.map((name) => `op://vault/item/${name}`),
  word.map((name) => `/run/secrets/${name}`),
  fc
    .tuple(fc.constantFrom("x", "*", "X", "0", "#", "."), fc.integer({ min: 3, max: 40 }))
    .map(([one, count]) => one.repeat(count)),
  fc.constantFrom("changeme", "placeholder", "example", "TODO", "none", "null", "undefined", "dummy", "redacted"),
);

test("a blank or a reference of any style in any wrapping is no secret", async () => {
  await fc.assert(
    fc.asyncProperty(blank, word, wrapping, async (value, name, form) => {
      const { findings } = await lintTexts(active, {
        after: { [form.path]: wrapped(form, name.replaceAll("-", "_").toLowerCase(), value, String) },
      });
      expect(findings.map(({ message }) => message)).toEqual([]);
    }),
    { numRuns: 500, seed: 6 },
  );
});

import { kinds } from "@failcheck/check-secrets/catalogue";
import { sample } from "@failcheck/check-secrets/sample";
import { scan } from "@failcheck/check-secrets/scan";
import { sourceFile } from "@failcheck/core";
import { describe, expect, test } from "vitest";
import { filled, forms } from "./forms.ts";

/** A secret of every kind, with a name that people give to it. */
const secrets = [
  ...kinds.flatMap(({ kind }) => {
    if (kind.isId) return [];
    const word = kind.names?.find((name) => /^[a-z]/.test(name)) ?? "service";
    return [[kind.kind, `${word.replace(/[^a-z0-9]+/g, "_").replace(/_$/, "")}_api_key`] as const];
  }),
  ["password", "db_password"] as const,
  ["secret-key", "session_secret"] as const,
  ["hex-key", "api_key"] as const,
];

/** Their tokens hold `|`, which ends a bare value in a shell and in XML. */
const needQuotes = new Set(["convex-deploy-key", "facebook-access-token"]);

describe.each(forms)("$path: $text", (form) => {
  test("every kind of secret is found, and exactly it is marked", () => {
    const isBare = !/["'`]\{s\}/.test(form.text);
    const missed: string[] = [];
    for (const [kind, name] of secrets) {
      if (isBare && needQuotes.has(kind)) continue;
      const secret = sample(kind, form.text);
      const file = sourceFile(form.path, Buffer.from(filled(form, name, secret)));
      const marked = scan(file).hits.map(({ at }) => file.text.slice(...at));
      if (marked.length !== 1 || marked[0] !== secret) missed.push(kind);
    }
    expect(missed).toEqual([]);
  });

  test.each([
    "<your-password>",
    "${PASSWORD}",
    "{{ password }}",
    "$PASSWORD",
    "%PASSWORD%",
    "xxxxxxxxxxxx",
    "************",
    "changeme",
    "your-api-key-here",
    "REPLACE_ME",
    "example-password",
    "vault:kv/data/app#password",
    "op://vault/item/field",
    "/run/secrets/password",
    "arn:aws:secretsmanager:eu-west-1:1:secret:app",
    "placeholder",
    "...",
    "null",
  ])("%s is a blank or a reference", (value) => {
    for (const name of ["db_password", "api_key", "client_secret", "auth_token"]) {
      const file = sourceFile(form.path, Buffer.from(filled(form, name, value)));
      expect(scan(file).hits.map(({ at }) => file.text.slice(...at))).toEqual([]);
    }
  });
});

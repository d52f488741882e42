import { expect, test } from "vitest";
import { isDrawn, isNumberedKey, isSecretIdentifier } from "./identifier.ts";

const drawn = ["6b1f0c9e", "4d27", "4a83", "9e15", "c07b3f8d2a64"].join("-");

test.each(["PARTNER_API_KEY", "clientSecret", "keycloak.credentials.secret", "//npm.acme.io/:_authToken", "Atlas.PrivateKey"])(
  "%s: an identifier is a secret behind this name",
  (name) => {
    expect(isSecretIdentifier(name, drawn, "config/app.yaml")).toBe(true);
  },
);

test.each(["token", "InstrumentationKey", "IDEMPOTENCY_KEY", "kms_key", "session", "secretary", "correlation.id"])(
  "%s: an identifier is one behind this name",
  (name) => {
    expect(isSecretIdentifier(name, drawn, "config/app.yaml")).toBe(false);
  },
);

test.each(["tests/test_api.py", "src/login.spec.ts", "docs/api.md", "ClientTest.java", ".env.example"])(
  "%s: an identifier stands for any other there",
  (path) => {
    expect(isSecretIdentifier("api_key", drawn, path)).toBe(false);
  },
);

test("nobody drew an identifier that is empty, counted up, of time or in a standard's text", () => {
  for (const counted of [
    "00000000-0000-0000-0000-000000000000",
    "12345678-1234-4234-8234-123456789abc",
    "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    "11111111-2222-4333-8444-555555555555",
  ]) {
    expect(isDrawn(counted)).toBe(false);
  }
});

test("a number before an identifier makes a key of it", () => {
  expect(isNumberedKey(`48213:${drawn}`)).toBe(true);
  expect(isNumberedKey(`user:${drawn}`)).toBe(false);
});

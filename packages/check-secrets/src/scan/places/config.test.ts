import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sample } from "../../sample.ts";
import { scan } from "../scan.ts";

const hash = (name: string, algorithm: string) => createHash(algorithm).update(name).digest("hex");
const hex = hash("weather", "md5");
const forty = hash("sonar", "sha1");
const wallet = hash("wallet", "sha256");
const other = hash("another wallet", "sha256");
const password = sample("password", "config");
const token = sample("secret-key", "config");
const identifier = ["5eb4223e", "5008", "46e5", "be67", "c7b8f2732305"].join("-");
const found = (path: string, text: string) => {
  const { hits } = scan({ path, kind: "file", bytes: Buffer.from(text), text });
  return hits.map(({ at }) => text.slice(...at));
};

test.each([
  ["values.yaml", "rabbitmq:\n  auth: { erlangCookie: {s} }", token],
  ["etl.py", 'requests.get(url, params={"lat": lat, "appid": "{s}"})', hex],
  ["ci.yml", "- run: npx snyk auth {s}", identifier],
  ["ci.yml", "- bash <(curl -s https://codecov.io/bash) -t {s}", identifier],
  ["ci.yml", "- codecov --token {s}", identifier],
  ["sonar-project.properties", "sonar.login={s}", forty],
  [".env", "export DEPLOYER_PK=0x{s}", `0x${wallet}`],
  ["A.java", 'h = "Basic " + Base64.getEncoder().encodeToString("app:{s}".getBytes());', password],
  ["A.java", 'h = "Basic " + Base64.getEncoder().encodeToString("app:{s}".getBytes());', ["dogwood", "Reef5."].join("*")],
  ["a.go", 'h := "Basic " + base64.StdEncoding.EncodeToString([]byte("app:{s}"))', password],
  ["A.cs", 'var h = Convert.ToBase64String(Encoding.ASCII.GetBytes("app:{s}"));', password],
  ["Makefile", 'status: ; curl -H "Authorization: SSWS {s}" https://acme.okta.com', token],
])("%s: %s", (path, text, secret) => {
  expect(found(path, text.replace("{s}", secret.replace(/^0x/, "")))).toEqual([secret]);
});

test("each user of a map is found, and each key of a list of accounts", () => {
  const second = `${password}7`;
  expect(found("a.py", `USERS = {\n  "ann": "${password}",\n  "ben": "${second}",\n}`)).toEqual([password, second]);
  expect(found("a.js", `accounts: ["${wallet}", "${other}"],`)).toEqual([wallet, other]);
});

test("a text of nothing but a name and its value was unwrapped, whatever the program around it", () => {
  const percent = Array.from(Buffer.from(`password=${password}`), (byte) => `%${byte.toString(16)}`).join("");
  expect(found("a.lua", `local pct = "${percent}"`)).toEqual([percent.slice(3 * "password=".length)]);
});

test("the default of a parameter that asks for a password", () => {
  const chosen = ["my", "Meteor_", "Cellar60"].join("");
  expect(found("template.yaml", `  AdminPassword:\n    Type: String\n    Default: ${chosen}\n`)).toEqual([chosen]);
  expect(found("template.yaml", "  AdminPassword:\n    Type: String\n    Default: changeme123\n")).toEqual([]);
});

const telegram = `api.telegram.org/${sample("telegram-bot-url")}`;

test("a bot's token is found in the address it is used with", () => {
  expect(found("ci.yml", `curl https://${telegram}/sendMessage -d text=ok`)).toEqual([telegram.slice(telegram.indexOf("bot"))]);
});

test.each([
  ["environment.ts", `recaptchaKey: '6L${wallet.slice(0, 38)}'`],
  ["tests/test_auth.py", 'PASSWORD = "testpass123"'],
  [
    "packages.lock.json",
    `"KeyVault.Secrets": { "type": "Direct", "contentHash": "${Buffer.alloc(64, wallet).toString("base64")}" }`,
  ],
  ["Defaults.kt", 'val hasher = System.getenv("PASSWORD_HASHER") ?: "argon2id"'],
  ["tests/url.py", 'parse("http://apple:banana@orchard.dev")'],
  ["a.py", 'load("models://scope:prefix@registry.dev")'],
  ["a.h", '#define KEY_TYPE_SECRET "ECC_SECG_P256K1"'],
  [".env", "PK=id"],
])("%s: what is none is silent: %s", (path, text) => {
  expect(found(path, text)).toEqual([]);
});

import { expect, test } from "vitest";
import { sample } from "../sample.ts";
import { scan } from "./scan.ts";

const key = sample("secret-key", "listed");
const password = sample("password", "listed");
const found = (path: string, text: string) => {
  const { hits } = scan({ path, kind: "file", bytes: Buffer.from(text), text });
  return hits.map(({ at }) => text.slice(...at));
};

test.each([
  ["app.json", `{"env": {"QUEUE_TOKEN": {"description": "of the queue", "value": "${key}"}}}`],
  ["parameters.json", `{"parameters": {"apiSecret": { "value": "${key}" }}}`],
  ["release.json", `{"variables": {"apiToken": {"isSecret": false, "value": "${key}"}}}`],
  ["erp.php", `'rest' => ['header' => 'X-Erp-Token', 'value' => '${key}'],`],
  ["variables.json", `[{"name": "DEPLOY_TOKEN", "secured": false, "value": "${key}"}, {}]`],
  ["stack.json", `[{"ParameterKey": "ApiToken", "ParameterValue": "${key}"}]`],
  ["deploy.sh", `aws cloudformation deploy --parameters ParameterKey=ApiToken,ParameterValue=${key}`],
  ["pipeline.yml", `variables:\n- name: apiToken\n  readonly: true\n  value: ${key}`],
  ["app.toml", `[session]\nname = "sid"\nkey = "${key}"`],
  ["core-site.xml", `<property>\n  <name>fs.s3a.secret.key</name>\n  <value>${key}</value>\n</property>`],
  ["hmac.yaml", `hmac:\n  key: ${key}`],
  ["signing.yaml", `signing:\n  algorithm: HS256\n  key: ${key}`],
])("%s: a name and its value are two entries: %s", (path, text) => {
  expect(found(path, text)).toEqual([key]);
});

test("the value of a password that is an entry of its own need not be strong", () => {
  expect(found("parameters.json", `{"adminPassword": { "type": "secureString", "defaultValue": "${password}" }}`)).toEqual([
    password,
  ]);
});

test.each([
  ["a description alone", '{"QUEUE_TOKEN": { "description": "ask desk 24x7 for it", "value": "" }}'],
  ["a generator", '{"SECRET_KEY_BASE": { "generator": "secret" }}'],
  ["a reference to a vault", '{"adminPassword": { "reference": { "secretName": "sql-admin-2024" } }}'],
  ["a reference to a parameter", `{"adminPassword": { "value": "[parameters('adminPassword2')]" }}`],
  ["a schema's default", '{"token": { "type": "string", "format": "x", "default": "a1b2c3d4e5f6a7b8c9d0" }}'],
  ["a value that is encrypted", "config:\n  app:dbPassword:\n    secure: AAABAKd83jfQmX92KdLfm38dXla93kdlQ=="],
  ["a key of a cache", `cache:\n  key: ${key}`],
  ["a header that identifies", `'header' => 'X-Request-Id', 'value' => '${key}'`],
])("%s gives nothing away", (_, text) => {
  expect(found("Pulumi.dev.yaml", text)).toEqual([]);
});

test("bytes may be written as decimal numbers", () => {
  const numbers = "71, 139, 204, 17, 93, 250, 8, 166, 122, 45, 219, 30, 181, 67, 12, 238";
  expect(found("zigbee.yaml", `advanced:\n  network_key: [${numbers}]`)).toEqual([numbers]);
  expect(found("a.py", `tokens = [${numbers}]`)).toEqual([]);
  expect(found("a.yaml", "token_ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]")).toEqual([]);
});

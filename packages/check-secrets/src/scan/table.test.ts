import { sample } from "@failcheck/check-secrets/sample";
import { sourceFile } from "@failcheck/core";
import { expect, test } from "vitest";
import { scan } from "./scan.ts";

const password = sample("password", "table");
const found = (path: string, bytes: Buffer) => {
  const file = sourceFile(path, bytes);
  return scan(file).hits.map(({ at, title }) => [file.text.slice(...at), title]);
};

test.each([
  ["a password manager's", "name,url,username,password\nmail,https://x.y,ann,«»\n", "password"],
  ["one in quotes with a comma in a cell", '"Account","Password"\n"Mail, old","«»"\n', "Password"],
  ["one of Excel in German", "Titel;Benutzer;Kennwort;URL\nMail;ann;«»;https://x.y\n", "Kennwort"],
  ["one in Polish", "Nazwa;Login;Hasło\nx;y;«»\n", "Hasło"],
  ["one with tabs in Spanish", "Sitio\tUsuario\tContraseña\nx\ty\t«»\n", "Contraseña"],
])("an export is read: %s", (_, text, column) => {
  const whole = text.replace("«»", password);
  const hit = [password, `value in the column ${JSON.stringify(column)}`];
  expect(found("export.csv", Buffer.from(whole))).toEqual([hit]);
  expect(found("export.csv", Buffer.from(`\ufeff${whole}`, "utf16le"))).toEqual([hit]);
});

test("a password that holds the separator is found whole", () => {
  const value = `A,${password}`;
  expect(found("export.csv", Buffer.from(`user,password\nann,"${value}"\n`))).toEqual([
    [value, 'value in the column "password"'],
  ]);
});

test.each(["Titel;Kennwort\nMail;\nBank;********\n", "id;name;note\n1;x9!kLm2vX;y\n", "user,token_type\nann,Bearer2\n"])(
  "nothing is found in %j",
  (text) => {
    expect(found("export.csv", Buffer.from(text))).toEqual([]);
  },
);

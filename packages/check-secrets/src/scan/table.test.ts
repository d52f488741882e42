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

const marked = (path: string, text: string) => found(path, Buffer.from(text)).map(([value]) => value);

test.each([
  ["a.csv", "id;name;db_password\n1;bob;{s}\n"],
  ["a.csv", '"id","note","db_password"\n"1","a, b","{s}"\n'],
  ["a.tsv", "id\tdb_password\n1\t{s}\n"],
  ["a.md", "| User | db_password |\n|---|---|\n| bob | {s} |\n"],
  ["a.txt", "+----+------------+\n| id | password   |\n+----+------------+\n| 1  | {s} |\n+----+------------+\n"],
  ["a.txt", " id | password\n----+----------\n  1 | {s}\n"],
  ["a.rst", "+------+----------+\n| User | Password |\n+======+==========+\n| bob  | {s} |\n+------+----------+\n"],
  ["a.rst", ".. list-table::\n   :header-rows: 1\n\n   * - User\n     - Password\n   * - bob\n     - {s}\n"],
  ["a.html", "<table><tr><th>User</th><th>Password</th></tr>\n<tr><td>bob</td><td><code>{s}</code></td></tr></table>"],
  ["a.html", "<table><tr><th>User<th>Password\n<tr><td>bob<td>{s}\n</table>"],
  ["a.json", '{"columns": ["user", "password"], "rows": [["ann", null], ["bob", "{s}"]]}'],
  ["a.rst", "======  ============\nUser    Password\n======  ============\nbob     {s}\n======  ============\n"],
  ["a.adoc", "|===\n|User |Password\n\n|bob |{s}\n|===\n"],
  ["a.org", "| user | password |\n|------+----------|\n| bob  | {s} |\n"],
  ["a.wiki", "||user||password||\n|bob|{s}|\n"],
  ["a.html", "<tr><td>db_password</td><td>{s}</td></tr>"],
  ["a.html", "<dl><dt>Password</dt><dd>{s}</dd></dl>"],
])("%s: the heading tells it: %s", (path, text) => {
  expect(marked(path, text.replace("{s}", password))).toEqual([password]);
});

test.each([
  ["a.md", "| Option | Password |\n|---|---|\n| --pw | yes, 12 characters |\n"],
  ["a.rst", "======  ========\nUser    Password\n======  ========\nbob     required\n======  ========\n"],
  ["a.txt", "a | b\nc1D2e3F4 | d\n"],
])("%s: %s says nothing secret", (path, text) => {
  expect(marked(path, text)).toEqual([]);
});

test.each([
  ["A.java", (text: string) => `char[] token = {${Array.from(text, (one) => `'${one}'`).join(", ")}};`],
  ["a.py", (text: string) => `token = bytes([${Array.from(text, (one) => one.charCodeAt(0)).join(", ")}])`],
])("%s: a list spells it out", (path, spelt) => {
  const key = sample("secret-key", "spelt");
  expect(marked(path, spelt(key))).toHaveLength(1);
  expect(marked(path, spelt("a long sentence!".replaceAll(" ", "-")))).toEqual([]);
});

import { expect, test } from "vitest";
import { sample } from "../sample.ts";
import { scan } from "./scan.ts";

const secret = sample("url-password");
const key = sample("secret-key");
const found = (path: string, text: string) => {
  const { hits } = scan({ path, kind: "file", bytes: Buffer.from(text), text });
  return hits.map(({ at }) => text.slice(...at));
};

test.each([
  ["the third argument of a connection", "A.java", `DriverManager.getConnection("jdbc:mysql://db/x", "app", "«»");`, secret],
  ["the second argument of a login", "a.py", `requests.get(u, auth=("ci", "«»"))`, secret],
  ["the key of a signature", "a.ts", `jwt.sign(payload, "«»", { expiresIn: "1h" });`, key],
  ["an option of a command", "a.sh", `mysql -u root -p«» app`, secret],
  ["an option over lines", "a.sh", `docker login \\\n  -u ci -p «» registry.acme.io`, secret],
  ["a statement", "a.sql", `CREATE USER 'app'@'%' IDENTIFIED BY '«»';`, secret],
  ["Go's address of MySQL", "a.go", `sql.Open("mysql", "app:«»@tcp(db:3306)/x")`, secret],
  ["Oracle's address", "a.java", `"jdbc:oracle:thin:app/«»@db.acme.io:1521:ORCL"`, secret],
  ["the default of a Terraform variable", "a.tf", `variable "db_password" {\n  type = string\n  default = "«»"\n}`, secret],
  ["a property list", "a.plist", `<key>ApiSecret</key>\n<string>«»</string>`, key],
  ["a column of a table", "a.csv", `user,password\napp,«»\n`, secret],
  ["a block of text in YAML", "a.yaml", `password: >-\n  «»\n`, secret],
  ["a shell's own word", "a.csh", `setenv DB_PASSWORD «»\n`, secret],
  ["a variable that braces give a value", "a.cpp", `const std::string kPassword{"«»"};`, secret],
])("a secret is found by its place: %s", (_, path, text, value) => {
  expect(found(path, text.replace("«»", value))).toEqual([value]);
});

test.each([
  ["a call with a variable", "a.py", `auth=("ci", password)`],
  ["a command with a variable", "a.sh", `mysql -u root -p"$MYSQL_ROOT_PASSWORD"`],
  ["a statement with a parameter", "a.sql", `CREATE USER app IDENTIFIED BY '\${DB_PASSWORD}';`],
  ["a variable that is described", "a.tf", `variable "db_password" {\n  type = string\n  sensitive = true\n}`],
  ["a table of names", "a.csv", `user,role\napp,admin\n`],
  ["the public key of a push server", "a.ts", `const applicationServerKey = "B${"aZ3_".repeat(21)}xY";`],
])("nothing is found in %s", (_, path, text) => {
  expect(found(path, text)).toEqual([]);
});

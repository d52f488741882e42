import { expect, test } from "vitest";
import { sample } from "../sample.ts";
import { scan } from "./scan.ts";

const secret = sample("url-password");
const key = sample("secret-key");
const digits = sample("ghost-admin-api-key").replace(":", "");
const wallet = `0x${digits.slice(0, 64)}`;
/** Two words of no language with a dot between them. */
const dotted = `${key.replace(/\d/g, "").slice(0, 7)}.hO7k`;
/** What people choose first, which this file does not spell out as a value. */
const [weak, first] = ["hunter2".repeat(2), ["Pass", "w0rd"].join("")];
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
  ["the scheme and the value of a header as two arguments", "a.cs", `new AuthenticationHeaderValue("Bearer", "«»");`, key],
  ["the third argument of an FTP client", "A.java", `return new Ftp("ftp.acme.io", "lab", "«»").list();`, secret],
  [
    "an address of SQL Server whose string ends after a semicolon",
    "A.java",
    `connect("jdbc:sqlserver://db;user=app;password=«»;");`,
    secret,
  ],
  ["a folded value of a bare key", "a.yaml", `api:\n  key: >-\n    «»\n`, key],
  ["a binary of Erlang", "sys.config", `[{rabbit, [{default_pass, <<"«»">>}]}].`, secret],
  ["accounts of a chain", "hardhat.config.ts", `const accounts = ["«»"];`, wallet],
  ["a key given to a wallet", "a.ts", `privateKeyToAccount("«»")`, wallet],
  ["a password in a schema's neighbour", "api.yaml", `openapi: 3.0.0\nx-internal:\n  password: «»\n`, secret],
  ["a password with a dot in it", "ldap.yml", `bind_password: «»\n`, dotted],
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
  [
    "an example of an interface's description",
    "api.yaml",
    `openapi: 3.0.0\npassword: { type: string, format: password, example: "hunter2hunter2" }\n`,
  ],
  [
    "a default in a schema",
    "api.yaml",
    `openapi: 3.0.0\nproperties:\n  password:\n    type: string\n    format: password\n    default: hunter2hunter2\n`,
  ],
  ["a body under examples", "api.yaml", `openapi: 3.0.0\nexamples:\n  login:\n    value: { user: ann, password: "${weak}" }\n`],
  ["the first password that anybody tries, in a test", "app/test/fixtures/session.json", `{"password": "${first}"}`],
  ["the hash of a transaction", "a.ts", `const txHash = "0x${"5e4cac6c1bef97b0".repeat(4)}";`],
  ["the public key of a push server", "a.ts", `const applicationServerKey = "B${"aZ3_".repeat(21)}xY";`],
])("nothing is found in %s", (_, path, text) => {
  expect(found(path, text)).toEqual([]);
});

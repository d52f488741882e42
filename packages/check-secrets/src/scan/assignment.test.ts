import { expect, test } from "vitest";
import { sample } from "../sample.ts";
import { scan } from "./scan.ts";

const found = (path: string, text: string) => {
  const { hits } = scan({ path, kind: "file", bytes: Buffer.from(text), text });
  return hits.map(({ at }) => text.slice(...at));
};
const password = `${sample("password", "signs")}9`;

test.each(["}", "]", ")", ",", "(", "[", "{", "<", ";", "#", "-", "%", "$9", "!"])(
  "a password in quotes may begin with %s",
  (sign) => {
    const value = `${sign}${password}`;
    expect(found("config.php", `define('DB_PASSWORD', '${value}');`)).toEqual([value]);
    expect(found("a.json", `{"user": "app", "password": "${value}"}`)).toEqual([value]);
  },
);

test.each([
  ["the rest of a message", 'log("your password: ", name9, ", please1!");'],
  ["an address that is put together", `$x = '<input name="password" value="'.$pw1.'">';`],
  ["a text that is put together", `s = '{"password":"' + pw9 + '","user":"' + u2 + '"}';`],
  ["a list of names", 'const a = ["password"], b = ["x9"];'],
  ["a blank", 'password: "<your-password-2>"'],
  ["a remark in brackets", 'password: "(none set 2024)"'],
  ["an argument of a shell", 'password: "$PASSWORD1"'],
])("%s is no value that begins with a sign", (_, text) => {
  expect(found("a.ts", text)).toEqual([]);
});

test("a salt of WordPress may begin with a bracket and hold spaces", () => {
  const value = `]|kx9 ,v!Qz7w#Lm2^${sample("secret-key", "salt").slice(0, 8)}\`~{Zp+=Hs/J?o.Ri<Me>Wd`;
  expect(found("wp-config.php", `define('NONCE_SALT', '${value}');`)).toEqual([value]);
});

test("a key may have signs within that else stand between values", () => {
  const [first, second] = [sample("secret-key", "one").slice(0, 16), sample("secret-key", "two").slice(0, 16)];
  for (const sign of [":", ";", ",", "|"]) {
    const value = `${first}${sign}${second}`;
    expect(found("settings.py", `WEBHOOK_SECRET = "${value}"`)).toEqual([value]);
  }
  expect(found("settings.py", 'SECRET_COLUMNS = "a1:b2,c3;d4"')).toEqual([]);
});

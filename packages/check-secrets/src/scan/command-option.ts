import { isPassword, isPlaceholder, isReference } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

/** A quoted or bare word: `'a b'` and `ab` match, `$AB` is seen to later. */
const word = String.raw`(?:"([^"\n]{3,120})"|'([^'\n]{3,120})'|([^\s"'|;&<>()]{3,120}))`;

/** Commands, and how a password is handed to them: the text between the command and the word that is one. */
const commands: readonly (readonly [command: string, option: RegExp])[] = [
  ["mysql", option(String.raw`\s-p`)],
  ["mysqldump", option(String.raw`\s-p`)],
  ["mysqladmin", option(String.raw`\s-p`)],
  ["mariadb", option(String.raw`\s-p`)],
  ["sshpass", option(String.raw`\s-p\s{0,4}`)],
  ["docker login", option(String.raw`\s-p[ =]`)],
  ["podman login", option(String.raw`\s-p[ =]`)],
  ["helm registry login", option(String.raw`\s-p[ =]`)],
  ["az login", option(String.raw`\s-p[ =]`)],
  ["twine upload", option(String.raw`\s-p[ =]`)],
  ["redis-cli", option(String.raw`\s-a\s{1,4}`)],
  ["ldapsearch", option(String.raw`\s-w\s{1,4}`)],
  ["sqlcmd", option(String.raw`\s-P\s{0,4}`)],
  ["mongosh", option(String.raw`\s-p\s{1,4}`)],
  ["mongodump", option(String.raw`\s-p\s{1,4}`)],
  ["mosquitto_pub", option(String.raw`\s-P\s{1,4}`)],
  [
    "htpasswd",
    option(String.raw`\s-[a-zA-Z]{0,4}b[a-zA-Z]{0,4}\s{1,4}(?:-\S{1,6}\s{1,4}){0,3}[^\s-]\S{0,80}\s{1,4}\S{1,60}\s{1,4}`),
  ],
  ["http", option(String.raw`\s-a\s{1,4}["']?[\w.@-]{1,60}:`)],
  ["net user", option(String.raw`^\s{1,4}[\w.\\-]{1,60}\s{1,4}`)],
  ["schtasks", option(String.raw`\s\/rp\s{1,4}`)],
  ["vault login", option(String.raw`^\s{1,4}(?:token=)?`)],
  ["cmdkey", option(String.raw`\s\/pass:`)],
  ["keytool", option(String.raw`\s-(?:storepass|keypass)\s{1,4}`)],
  ["openssl", option(String.raw`\s-pass(?:in|out)?\s{1,4}["']?pass:`)],
  ["smbclient", option(String.raw`\s-U\s{1,4}["']?[\w.\\/-]{1,60}%`)],
];

/** The commands' names, by which the automaton meets them. */
export const commandWords: readonly string[] = commands.map(([command]) => `${command} `);

/** The rest of a command's line, continued lines included; nothing after a pipe belongs to it. */
const restOfLine = /(?:[^\n|;&\\]|\\\r?\n|\\.|&&){0,400}/y;

/** The password among the options of the command whose name ends at `end`. */
export function commandPasswordAt(text: string, end: number, command: string): Candidate | undefined {
  const pattern = commands.find(([name]) => `${name} ` === command)?.[1];
  if (pattern === undefined) return undefined;
  const from = end - 1;
  restOfLine.lastIndex = from;
  const line = restOfLine.exec(text)?.[0] ?? "";
  const found = pattern.exec(line);
  const password = found?.slice(1).join("") ?? "";
  if (found === null || password === "" || password.startsWith("-")) return undefined;
  if (isReference(password) || isPlaceholder(password) || !isPassword(password, true)) return undefined;
  const start = from + found.index + found[0].lastIndexOf(password);
  return {
    defect: "assigned-credential",
    kind: "password",
    title: `password given to ${command.trim()}`,
    start,
    end: start + password.length,
    shown: shownOf(password),
    why: "the command takes a password there",
    sureness: 41,
  };
}

function option(before: string): RegExp {
  return new RegExp(before + word);
}

import { isReference } from "../value/reference.ts";
import { isPassword, isPlaceholder } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

/** `IDENTIFIED BY 'x'`, `IDENTIFIED WITH mysql_native_password BY "x"`; a bare word does not match. */
const identified = /identified(?: with [\w'"]{1,40})? by[ \t]{1,8}(?:password[ \t]{1,4})?["']([^"'\n]{3,120})["']/iy;

/** Go's address of a MySQL server: `app:secret@tcp(db:3306)/x`; the user and the password stand before `@tcp(`. */
const beforeTcp = /[\w.-]{1,60}:([^\s"'`@/]{3,120})$/;

/** Oracle's thin address: `app/secret@db`; the user and the password stand after `thin:`. */
const afterThin = /[\w.-]{1,60}\/([^\s"'`@/]{3,120})@/y;

/** PowerShell's own: `ConvertTo-SecureString 'x'`; `ConvertTo-SecureString $x` does not match. */
const secureString = /ConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?["']([^"'\n]{3,120})["']/iy;

/** Statements and addresses in which a password has its place without a name. */
export const statementWords = ["convertto-securestring ", "identified by", "identified with", "@tcp(", "oracle:thin:"] as const;

/** The password of the statement or address whose fixed text stands from `start` to `end`. */
export function statementPasswordAt(text: string, start: number, end: number, word: string): Candidate | undefined {
  if (word === "@tcp(") {
    const password = beforeTcp.exec(text.slice(Math.max(0, start - 200), start))?.[1] ?? "";
    return candidate(password, start - password.length, "password for a MySQL server");
  }
  const pattern = word === "oracle:thin:" ? afterThin : word.startsWith("convert") ? secureString : identified;
  pattern.lastIndex = word === "oracle:thin:" ? end : start;
  const found = pattern.exec(text);
  const password = found?.[1] ?? "";
  if (found === null) return undefined;
  const at = found.index + found[0].lastIndexOf(password);
  return candidate(password, at, word === "oracle:thin:" ? "password for an Oracle server" : "password of a database user");
}

function candidate(password: string, start: number, title: string): Candidate | undefined {
  if (isPlaceholder(password) || isReference(password) || !isPassword(password, true)) return undefined;
  return {
    defect: "assigned-credential",
    kind: "password",
    title,
    start,
    end: start + password.length,
    shown: shownOf(password),
    why: "it stands where a password has its place",
    sureness: 41,
  };
}

import type { Meaning } from "../value/name.ts";
import { isPlaceholder, isReference, isSecret } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

/** A call of which one argument is a credential, known by its place alone. */
interface Call {
  /** How the call is written, with its bracket, in lower case. */
  readonly text: string;
  /** Which argument it is, counted from 0. */
  readonly argument: number;
  readonly meaning: Meaning;
}

const passwordCalls = [
  ["getconnection(", 2],
  ["dbi->connect(", 2],
  ["+= credentials(", 3],
  ["networkcredential(", 1],
  ["new pdo(", 2],
  ["mysqli_connect(", 2],
  ["new mysqli(", 2],
  ["mysql_connect(", 2],
  ["ftp_login(", 2],
  ["ssh2_auth_password(", 2],
  ["imap_open(", 2],
  ["basicauth(", 1],
  ["basic_auth(", 1],
  ["setbasicauth(", 1],
  ["credentials.basic(", 1],
  ["usernamepasswordcredentials(", 1],
  ["passwordauthentication(", 1],
  ["usernamepasswordcredential(", 1],
  ["smtp.login(", 1],
  ["server.login(", 1],
  ["ftp.login(", 1],
  ["plainauth(", 2],
  ["auth=(", 1],
] as const;

const keyCalls = [
  ["jwt.sign(", 1],
  ["jwt.verify(", 1],
  ["jwt.encode(", 1],
  ["jwt.decode(", 1],
  ["createhmac(", 1],
  ["hmac.new(", 0],
  ["hash_hmac(", 2],
  ["createcipheriv(", 1],
  ["createdecipheriv(", 1],
  ["fernet(", 0],
  ["cookieparser(", 0],
  ["algorithm.hmac256(", 0],
  ["algorithm.hmac512(", 0],
] as const;

/** Calls with a credential among their arguments. */
export const calls: readonly Call[] = [
  ...passwordCalls.map(([text, argument]) => ({ text, argument, meaning: "password" as const })),
  ...keyCalls.map(([text, argument]) => ({ text, argument, meaning: "key" as const })),
];

/** One argument: a string in quotes, or anything without quotes, commas and brackets; `a, b` matches `a` only. */
const argument = /\s{0,40}(?:([bru]?)(["'`])((?:(?!\2)[^\\\n]){0,300})\2|[^"'`,()\n]{0,120}(?:\([^"'`()\n]{0,80}\))?)\s{0,40}/y;

/** The credential among the arguments of the call, whose bracket is at `end - 1`. */
export function argumentAt(text: string, end: number, call: string): Candidate | undefined {
  const known = calls.find((one) => one.text === call);
  if (known === undefined) return undefined;
  let at = end;
  for (let index = 0; index <= known.argument; index++) {
    argument.lastIndex = at;
    const found = argument.exec(text);
    if (found === null) return undefined;
    const after = argument.lastIndex;
    const quote = found[2];
    if (index === known.argument) {
      const value = found[3] ?? "";
      return quote === undefined ? undefined : credential(value, at + found[0].indexOf(quote) + 1, known);
    }
    if (text[after] !== ",") return undefined;
    at = after + 1;
  }
  return undefined;
}

function credential(value: string, start: number, { text, meaning }: Call): Candidate | undefined {
  if (isPlaceholder(value) || isReference(value) || !isSecret(value, meaning, true)) return undefined;
  return {
    defect: "assigned-credential",
    kind: meaning === "password" ? "password" : "secret-key",
    title: `argument of ${text.slice(0, -1)}`,
    start,
    end: start + value.length,
    shown: shownOf(value),
    why: "the call takes a credential in this place",
    sureness: 41,
  };
}

import { isDocumented } from "../value/documented.ts";
import { isReference } from "../value/reference.ts";
import { isMachineMade, isPlaceholder } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

/** `Basic dXNlcjpwYXNz`, `Bearer abc.def` or the two as arguments, `"Basic", "dXNlcjpwYXNz"`; the scheme ends where the value begins. */
const authorization =
  /(?:authorization["']?[ \t]{0,4}[:=,][ \t]{0,4}["'`]?[ \t]{0,4})?(basic|bearer|token|apikey|api-token|ssws|bot)(?:[ \t]{1,4}|["'],[ \t]{0,4}["'])([\w=~@.+/-]{8,2000})/iy;

/** The option with user and password: `-u admin:secret`, `--user "admin:secret"`. */
const userOption = /(?:-u|--user)(?:[ \t]{1,4}|=)(?:["']?[^\s:"']{0,60}["']?:["']?([^\s"']{3,120})|["']([^\s:"']{8,60}):["'])/y;

/** The token or password in an Authorization header that begins at `start`. */
export function authorizationAt(text: string, start: number): Candidate | undefined {
  authorization.lastIndex = start;
  const found = authorization.exec(text);
  if (found === null) return undefined;
  const [whole, scheme = "", value = ""] = found;
  if (isDocumented(value)) return undefined;
  const isBasic = scheme.toLowerCase() === "basic";
  if (isReference(value) || (isBasic ? !isBasicPair(value) : isPlaceholder(value) || !isMachineMade(value))) return undefined;
  return credential(start + whole.length - value.length, value, `${scheme.toLowerCase()} credential of an Authorization header`);
}

/** The password of curl's `-u user:password`. */
export function userOptionAt(text: string, start: number): Candidate | undefined {
  if (!/\bcurl\b/.test(text.slice(Math.max(0, start - 400), start))) return undefined;
  userOption.lastIndex = start;
  const found = userOption.exec(text);
  const [whole = "", pair, lone] = found ?? [];
  const password = pair ?? lone ?? "";
  if (password === "" || isDocumented(password) || isReference(password) || isPlaceholder(password)) return undefined;
  return credential(start + whole.lastIndexOf(password), password, "password given to curl");
}

/** Whether the text decodes to a user and a password that is no placeholder. */
export function isBasicPair(value: string): boolean {
  const pair = Buffer.from(value, "base64").toString("latin1");
  const [, user = "", password = ""] = /^([\x20-\x7e]{0,80}):([\x20-\x7e]{3,120})$/.exec(pair) ?? [];
  return password !== "" && !isDocumented(value) && !isPlaceholder(password) && password !== user;
}

function credential(start: number, value: string, title: string): Candidate {
  return {
    defect: "assigned-credential",
    kind: "authorization-header",
    title,
    start,
    end: start + value.length,
    shown: shownOf(value),
    why: "it stands where a credential is sent",
    sureness: 42,
  };
}

import { isReference } from "../value/reference.ts";
import { isMachineMade, isPassword, isPlaceholder, isWellKnown } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { isDefault } from "./default.ts";
import { isOfTests } from "./test-path.ts";

/** User, password and host after `://`: `user:secret@db.internal`; not `host:5432/x`. */
const userInfo =
  /([^\s:@/"'`<>?#\\(){}|,]{0,100}):([^\s"'`<>]{1,200}?)@([\w.-]{1,200}|\$\{?\w{1,60}\}?|\{\w{1,60}\}|\[[0-9a-f:]{2,40}\])(?=[:/?#"'`\s\\);,<>&|\]]|$)/y;

/** A token in the place of the user: `https://0123…@host` and `https://token:x-oauth-basic@host`. */
const tokenUser = /([A-Za-z0-9_-]{20,200})(?::(x-oauth-basic|x-access-token)?)?@([\w.-]{1,200})(?=[:/?#"'`\s\\]|$)/y;

const exampleHost =
  /(?:^|\.)example(?:\.(?:com|org|net|edu))?$|\.example$|\.invalid$|^(?:your|my|some)?-?(?:host|hostname|server|domain|proxy)(?:\.com)?$/i;
const localHost = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|::1|db|database|postgres|mysql|redis|mongo|rabbitmq|host)$/i;

/** Names whose value in front of `@` is public by design. */
const publicHost = /sentry|ingest/i;

/** The password in the address whose `://` ends at `at`. */
export function urlCredentialAt(text: string, at: number, path: string): Candidate | undefined {
  userInfo.lastIndex = at;
  const found = userInfo.exec(text);
  if (found === null) return tokenUserAt(text, at);
  const [, user = "", password = "", host = ""] = found;
  const start = at + user.length + 1;
  const fallback = isDefault(text, startOfUrl(text, at));
  if (
    !isRealPassword(password, user, host, fallback) ||
    (isOfTests(path) && (isWellKnown(password) || /^[a-z]{1,12}$/.test(password)))
  )
    return tokenUserAt(text, at);
  return {
    defect: fallback ? "default-credential" : "url-credential",
    kind: "url-password",
    title: `password for ${user === "" ? "a service" : `user ${JSON.stringify(user)}`} at ${host}`,
    start,
    end: start + password.length,
    shown: shownOf(password),
    why: fallback ? "the program falls back to it when the variable is unset" : "an address carries it in front of its host",
    sureness: 70,
  };
}

/** At most four characters, and never more than a quarter, of a secret without a prefix. */
export function shownOf(secret: string): string {
  return `${secret.slice(0, Math.min(4, Math.floor(secret.length / 4)))}…`;
}

function isRealPassword(password: string, user: string, host: string, fallback: boolean): boolean {
  if (/^\d{1,5}\//.test(password) || isReference(password) || /[{}$<]|%[sdv]/.test(password) || /^[*x.•]+$/i.test(password))
    return false;
  if (/\$\{|\{\{|%s|[<>]/.test(user)) return false;
  if (fallback) return true;
  if (exampleHost.test(host)) return isMachineMade(password);
  if (isPlaceholder(password) || /^(?:prefix|suffix|scope|namespace)$/.test(password)) return false;
  if (password.toLowerCase() === user.toLowerCase()) return false;
  return localHost.test(host)
    ? /\d/.test(password) && isPassword(password, true)
    : isPassword(password, true) || password.length >= 6;
}

function tokenUserAt(text: string, at: number): Candidate | undefined {
  tokenUser.lastIndex = at;
  const found = tokenUser.exec(text);
  const [, token = "", mark, host = ""] = found ?? [];
  // The tree of a chain's nodes is signed with a public key.
  if (text.startsWith("enrtree", at - 10)) return undefined;
  if (token === "" || publicHost.test(host)) return undefined;
  if (!isMachineMade(token) && (mark === undefined || isPlaceholder(token) || isReference(token))) return undefined;
  return {
    defect: "url-credential",
    kind: "url-token",
    title: `token for ${host}`,
    start: at,
    end: at + token.length,
    shown: shownOf(token),
    why: "an address carries it in front of its host",
    sureness: 55,
  };
}

function startOfUrl(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 40 && /[\w+.:/-]/.test(text[start - 1] ?? "")) start -= 1;
  return start;
}

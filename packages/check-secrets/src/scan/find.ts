import type { CompiledKind } from "../catalogue.ts";
import { unescaped } from "../unwrap/escapes.ts";
import { joinedAt, type Seam, wholeAt } from "../unwrap/joined.ts";
import { isExpanded } from "./assigned-value.ts";
import { assignmentAt, endOfName, startOfName } from "./assignment.ts";
import { byteSet } from "./byte-set.ts";
import { argumentAt } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import { commandPasswordsAt } from "./command-option.ts";
import { credentialIn, mayTell } from "./credential.ts";
import { authorizationAt, userOptionAt } from "./header.ts";
import { jsonWebTokenAt } from "./json-web-token.ts";
import { kubernetesSecrets } from "./kubernetes.ts";
import { type Name, NameReader } from "./names.ts";
import { decodedAt, fallbackAt } from "./fallback.ts";
import { listedAt } from "./listed.ts";
import { isProgram } from "./places/comment.ts";
import { credentialAt } from "./places/place.ts";
import { privateKeyAt } from "./private-key.ts";
import { seedsIn } from "./seed.ts";
import { statementPasswordAt } from "./statement.ts";
import { storedIn } from "./stored.ts";
import { tableSecrets } from "./table.ts";
import { keywordTable, type Special } from "./targets.ts";
import { bearsMark, tokenAround, tokenAt, tokenNear } from "./token.ts";
import { urlCredentialAt } from "./url.ts";
import type { View } from "./view.ts";

/** How many wrappings are opened, one within the other. */
export const mostDepth = 2;

/** What one pass over a view brings to light. */
export interface Findings {
  /** What may be a secret; overlaps are not yet resolved. */
  readonly candidates: Candidate[];
  /** Parts of the view with escapes resolved or pieces joined, to be looked at in their turn. */
  readonly views: View[];
}

/** Where tokens begin by their mark, whether or not they turned out to be tokens. */
type Marks = Set<number>;

/** Everything in the view that may be a secret. */
export function findIn(view: View, path: string): Findings {
  const { stems, stemLengths, onlyBegin, automaton } = keywordTable();
  const { bytes } = view;
  const text = () => view.text;
  const found: Findings = { candidates: [...storedIn(path, text), ...tableSecrets(path, text)], views: [] };
  let mayHoldSeed = !isProgram(path);
  const marks: Marks = new Set();
  const names = new NameReader(bytes);
  const unwrap = unwrapper(view, found.views);
  const manifests = manifestReader(view, found.candidates);
  const hits = automaton.scan(bytes);
  for (let index = 0; index < hits.length; index += 2) {
    const stem = hits[index] ?? 0;
    const stemEnd = hits[index + 1] ?? 0;
    const start = stemEnd - (stemLengths[stem] ?? 0);
    if (onlyBegin[stem] === 1 && goesOnFromWord(bytes, start)) continue;
    for (const keyword of stems[stem] ?? []) {
      if (!goesOn(bytes, start, stemEnd, keyword.text)) continue;
      const end = start + keyword.text.length;
      if (keyword.isWord || keyword.names.length > 0) names.meet(start, end, keyword.names);
      const { special } = keyword;
      if (special === "kubernetes") manifests(start);
      else if (special === "wallet") mayHoldSeed = true;
      else if (special !== undefined && isUnwrapping(special)) unwrap(special, start);
      else if (special === "command") found.candidates.push(...commandPasswordsAt(view.text, end, keyword.text));
      else if (special === "url" && !mayHoldUser(bytes, end)) continue;
      else if (special !== undefined) push(found.candidates, specially(view.text, start, end, special, keyword.text, path));
      if (keyword.begins.length > 0 && !goesOnFromWord(bytes, start)) begun(view, start, keyword.begins, found, marks);
      for (const place of keyword.places) push(found.candidates, credentialAt(place, view.text, start, path));
      for (const kind of keyword.near) push(found.candidates, tokenNear(view.text, end, kind));
      for (const kind of keyword.within) push(found.candidates, tokenAround(view.text, start, end, kind));
    }
  }
  // Most bytes of a tree are programs, and those that hold a seed speak of it.
  if (mayHoldSeed) found.candidates.push(...seedsIn(view));
  for (const value of valuesOf(view, names.names, path)) {
    // What begins like a token and is none is a token cut short or made up, whatever its name says.
    if (value.defect === "provider-token" || !marks.has(value.start)) found.candidates.push(value);
  }
  return found;
}

function push(candidates: Candidate[], candidate: Candidate | undefined): void {
  if (candidate) candidates.push(candidate);
}

/** Whether the first characters after the mark may be a token's: most words that begin like one are done with here. */
function hasBody(bytes: Uint8Array, start: number, { mark, body }: CompiledKind): boolean {
  if (body === undefined) return true;
  const from = start + mark.length;
  for (let index = 0; index < Math.min(body.least, 8); index++) if (body.bytes[bytes[from + index] ?? 0] !== 1) return false;
  return true;
}

function begun(view: View, start: number, kinds: readonly CompiledKind[], found: Findings, marks: Marks): void {
  for (const kind of kinds) {
    const token = hasBody(view.bytes, start, kind) ? tokenAt(view.text, start, kind) : undefined;
    push(found.candidates, token);
    if (kind.mark.length < 4 || !bearsMark(view.text, start, kind)) continue;
    marks.add(start);
    const whole = token === undefined && view.depth < mostDepth ? wholeAt(view, start) : undefined;
    if (whole) found.views.push(whole);
  }
}

/** Whether the keyword's characters after its stem stand there, in whichever case. */
function goesOn(bytes: Uint8Array, start: number, stemEnd: number, keyword: string): boolean {
  for (let index = stemEnd - start; index < keyword.length; index++) {
    const byte = bytes[start + index] ?? 0;
    const lower = byte >= 65 && byte <= 90 ? byte + 32 : byte;
    if (lower !== keyword.charCodeAt(index)) return false;
  }
  return true;
}

const inWord = byteSet(/\w/);
const afterBackslash = byteSet(/[nrtbf]/);

/** Whether a letter or digit stands in front; one that is escaped, as in `\n`, is none. */
function goesOnFromWord(bytes: Uint8Array, start: number): boolean {
  const before = bytes[start - 1] ?? 0;
  if (inWord[before] !== 1) return false;
  return !(afterBackslash[before] === 1 && bytes[start - 2] === 92) && !isColour(bytes, start);
}

/** Whether the sign in front ends a colour of a terminal: `\x1b[32m`. */
function isColour(bytes: Uint8Array, start: number): boolean {
  if (bytes[start - 1] !== 109) return false;
  let at = start - 2;
  while (start - at < 12 && ((bytes[at] ?? 0) === 59 || digit[bytes[at] ?? 0] === 1)) at -= 1;
  return bytes[at] === 91;
}

const digit = byteSet(/\d/);

type Unwrapping = "escape" | Seam;

const unwrappings: ReadonlySet<string> = new Set([
  "escape",
  "joint",
  "continued",
  "appended",
  "list",
  "template",
  "concat",
] satisfies Unwrapping[]);

function isUnwrapping(special: Special): special is Unwrapping {
  return unwrappings.has(special);
}

/** Unwraps round an escape or a seam, once for those of a sort that lie close together. */
function unwrapper(view: View, views: View[]) {
  const doneTo = { escape: 0, joint: 0, continued: 0, appended: 0, list: 0, template: 0, concat: 0 };
  return (special: Unwrapping, start: number) => {
    if (view.depth >= mostDepth || start < doneTo[special]) return;
    if (special === "escape" && !isEscape(view.bytes, start)) return;
    if (special === "joint" && !isJoint(view.bytes, start)) return;
    if (special === "continued" && inWord[view.bytes[start - 1] ?? 0] !== 1) return;
    const inner = special === "escape" ? unescaped(view, start) : joinedAt(view, start, special);
    if (inner === undefined) return;
    doneTo[special] = inner.end;
    views.push(inner.view);
  };
}

const octal = byteSet(/[0-7]/);
const hexadecimal = byteSet(/[0-9a-f]/i);

/** Whether what begins with `%` is an escaped character; `%2d` may be a format and is looked at all the same. */
function isEscape(bytes: Uint8Array, start: number): boolean {
  // In octal it takes three digits.
  if (bytes[start] === 92 && (bytes[start + 1] ?? 0) < 58)
    return octal[bytes[start + 2] ?? 0] === 1 && octal[bytes[start + 3] ?? 0] === 1;
  return bytes[start] !== 37 || hexadecimal[bytes[start + 2] ?? 0] === 1;
}

const betweenPieces = byteSet(/[ \t\r\n+.&\\<>|^~_]/);
const quotes = byteSet(/["'`]/);
/** What a token or an address may have at a seam. */
const inPiece = byteSet(/[\w+/=.:@!#$%^&*~?-]/);

/**
 * Whether nothing but an operator and white space stands between this quote and the next one, and the pieces touch without a
 * space: a sentence in pieces has one there, a token has none.
 */
function isJoint(bytes: Uint8Array, quote: number): boolean {
  if (inPiece[bytes[quote - 1] ?? 0] !== 1) return false;
  let at = quote + 1;
  while (at - quote < 80 && betweenPieces[bytes[at] ?? 0] === 1) at += 1;
  if (quotes[bytes[at] ?? 0] !== 1) at += 1;
  return quotes[bytes[at] ?? 0] === 1 && inPiece[bytes[at + 1] ?? 0] === 1;
}

const endsAddress = byteSet(/[\s"'`<>]/);

/** Whether an `@` follows before the address ends; most addresses are done with here. */
function mayHoldUser(bytes: Uint8Array, from: number): boolean {
  const limit = Math.min(bytes.length, from + 310);
  for (let at = from; at < limit; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 64) return true;
    if (endsAddress[byte] === 1) return false;
  }
  return false;
}

/** Reads Kubernetes Secrets, each stretch of text once however often it says what it is. */
function manifestReader(view: View, candidates: Candidate[]) {
  let readTo = 0;
  return (start: number) => {
    if (start < readTo) return;
    const manifest = kubernetesSecrets(view.text, start);
    readTo = manifest.end;
    candidates.push(...manifest.candidates);
  };
}

type Single = Exclude<Special, Unwrapping | "kubernetes" | "wallet" | "command">;

function specially(
  text: string,
  start: number,
  end: number,
  special: Single,
  keyword: string,
  path: string,
): Candidate | undefined {
  switch (special) {
    case "private-key":
      return privateKeyAt(text, start);
    case "json-web-token":
      return jsonWebTokenAt(text, start);
    case "url":
      return urlCredentialAt(text, end, path);
    case "authorization":
      return authorizationAt(text, start);
    case "user-option":
      return userOptionAt(text, start);
    case "call":
      return argumentAt(text, end, keyword);
    case "statement":
      return statementPasswordAt(text, start, end, keyword);
  }
}

/** A value may hold names with values of their own, as in `-Da.key=x`; further in than this nobody looks. */
const mostNested = 3;

/** What the values of the names are. A chain of a million assignments in one value costs no more than its length. */
function* valuesOf(view: View, names: readonly Name[], path: string): Generator<Candidate> {
  let valueEnd = 0;
  let nested = 0;
  const { text } = view;
  for (const name of names) {
    const nameStart = startOfName(text, name.start);
    const nameEnd = endOfName(text, nameStart, name.keywordEnd);
    if (!isTelling(text, nameStart, nameEnd, name.kinds)) continue;
    nested = name.start < valueEnd ? nested + 1 : 0;
    if (nested > mostNested) continue;
    const assignment = assignmentAt(text, nameStart, nameEnd);
    if (assignment === undefined) {
      yield* listedAt(text, name.start, name.keywordEnd, path);
    } else {
      valueEnd = Math.max(valueEnd, assignment.end);
    }
    const value =
      (assignment && credentialIn(text, assignment, name.kinds, path)) ??
      fallbackAt(text, nameStart, nameEnd) ??
      decodedAt(text, nameStart, nameEnd);
    if (value) yield value;
  }
}

/** What only a reader of all bytes knows as a name: letters beyond ASCII. */
const beyondAscii = /[\x80-\xff]/;

/** Whether the name, with the words that follow it or without them, may be that of a secret. */
function isTelling(text: string, start: number, end: number, kinds: readonly CompiledKind[]): boolean {
  const name = text.slice(start, end);
  if (isExpanded(text, start) || beyondAscii.test(name) || mayTell(name, kinds)) return true;
  const space = name.indexOf(" ");
  return space >= 0 && mayTell(name.slice(0, space), kinds);
}

import type { CompiledKind } from "../catalogue.ts";
import { assignmentAt } from "./assignment.ts";
import type { Candidate } from "./candidate.ts";
import { credentialIn } from "./credential.ts";
import { authorizationAt, userOptionAt } from "./header.ts";
import { jsonWebTokenAt } from "./json-web-token.ts";
import { privateKeyAt } from "./private-key.ts";
import { unescaped } from "../unwrap/escapes.ts";
import { joinedAt } from "../unwrap/joined.ts";
import { keywordTable, type Special, type Target } from "./targets.ts";
import { bearsMark, tokenAround, tokenAt } from "./token.ts";
import { urlCredentialAt } from "./url.ts";
import type { View } from "./view.ts";

/** A name that holds keywords, until the next one begins. */
interface Name {
  readonly start: number;
  /** Where the keyword ended that the name was first met by. */
  readonly keywordEnd: number;
  readonly kinds: CompiledKind[];
}

/** What one pass over a view brings to light. */
export interface Findings {
  /** What may be a secret; overlaps are not yet resolved. */
  readonly candidates: Candidate[];
  /** Parts of the view with escapes resolved or pieces joined, to be looked at in their turn. */
  readonly views: View[];
}

/** Everything in the view that may be a secret. */
export function findIn(view: View, path: string): Findings {
  const { keywords, automaton } = keywordTable();
  const found: Findings = { candidates: [], views: [] };
  const unwrap = unwrapper(view, found.views);
  const names = nameReader(view, path);
  const marks = new Set<number>();
  automaton.scan(view.bytes, (number, end) => {
    const keyword = keywords[number];
    if (keyword === undefined) return;
    const start = end - keyword.text.length;
    for (const target of keyword.targets) {
      if (target.at === "name" || target.at === "word") names.meet(start, end, target);
      else if (target.at === "special" && (target.special === "escape" || target.special === "joint"))
        unwrap(target.special, start);
      else {
        add(found.candidates, directly(view.text, start, end, target));
        if (target.at === "start" && bearsMark(view.text, start, target.kind)) marks.add(start);
      }
    }
  });
  for (const candidate of names.values())
    if (candidate.defect === "provider-token" || !marks.has(candidate.start)) found.candidates.push(candidate);
  return found;
}

function add(candidates: Candidate[], candidate: Candidate | undefined): void {
  if (candidate) candidates.push(candidate);
}

/** Collects names with the keywords in them; their values are judged in the end, when it is known what begins with a token's mark. */
function nameReader(view: View, path: string) {
  const names: Name[] = [];
  let lastEnd = 0;
  let isOpen = false;
  const meet = (start: number, end: number, target: Exclude<Target, { at: "start" | "inside" | "special" }>) => {
    if (end > lastEnd) {
      lastEnd = endOfName(view.bytes, end);
      isOpen = mayBeAssigned(view.bytes, end);
      if (isOpen) names.push({ start, keywordEnd: end, kinds: [] });
    }
    if (isOpen && target.at === "name") names.at(-1)?.kinds.push(target.kind);
  };
  const values = () => names.map((name) => valueOf(view, name, path)).filter((candidate) => candidate !== undefined);
  return { meet, values };
}

/** Unwraps round an escape or a joint, once for those that lie close together. */
function unwrapper(view: View, views: View[]) {
  let unescapedTo = 0;
  let joinedTo = 0;
  return (special: "escape" | "joint", start: number) => {
    if (view.depth >= mostDepth) return;
    if (special === "escape") {
      if (start < unescapedTo) return;
      const inner = unescaped(view, start);
      unescapedTo = inner.end;
      views.push(inner.view);
    } else if (start >= joinedTo && isJoint(view.bytes, start)) {
      const inner = joinedAt(view, start);
      if (inner === undefined) return;
      joinedTo = inner.end;
      views.push(inner.view);
    }
  };
}

/** How many wrappings are opened, one within the other. */
export const mostDepth = 2;

/** Whether nothing but an operator and white space stands between this quote and the next one. */
function isJoint(bytes: Uint8Array, quote: number): boolean {
  let at = quote + 1;
  while (at - quote < 80 && betweenPieces[bytes[at] ?? 0] === 1) at += 1;
  return quotes[bytes[at] ?? 0] === 1 || quotes[bytes[at + 1] ?? 0] === 1;
}

type Direct = Exclude<Target, { at: "name" | "word" }>;

function directly(text: string, start: number, end: number, target: Direct): Candidate | undefined {
  if (target.at === "start") return tokenAt(text, start, target.kind);
  if (target.at === "inside") return tokenAround(text, start, end, target.kind);
  return specially(text, start, end, target.special);
}

function specially(text: string, start: number, end: number, special: Special): Candidate | undefined {
  if (special === "private-key") return privateKeyAt(text, start);
  if (special === "json-web-token") return jsonWebTokenAt(text, start);
  if (special === "url") return urlCredentialAt(text, end);
  if (special === "authorization") return authorizationAt(text, start);
  return special === "user-option" ? userOptionAt(text, start) : undefined;
}

function valueOf(view: View, name: Name, path: string): Candidate | undefined {
  const assignment = assignmentAt(view.text, name.start, name.keywordEnd);
  return assignment && credentialIn(view.text, assignment, name.kinds, path);
}

const inName = byteSet(/[\w.-]/);
const betweenNameAndOperator = byteSet(/[\w.\- \t"'`\])\\;&]/);
const operators = byteSet(/[=:,(>|?.+!<]/);
const betweenPieces = byteSet(/[ \t\r\n+.&\\]/);
const quotes = byteSet(/["'`]/);

/** Whether an operator or a quoted value follows soon; most words in prose and code are done with here. */
function mayBeAssigned(bytes: Uint8Array, end: number): boolean {
  const limit = Math.min(bytes.length, end + 90);
  let sawSpace = false;
  for (let at = end; at < limit; at++) {
    const byte = bytes[at] ?? 0;
    if (operators[byte] === 1 && inName[byte] === 0) return true;
    if (sawSpace && quotes[byte] === 1) return true;
    if (betweenNameAndOperator[byte] === 0) return false;
    if (byte === 32 || byte === 9) sawSpace = true;
    else if (byte === 45 && at === end) sawSpace = true;
  }
  return false;
}

function endOfName(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at < bytes.length && inName[bytes[at] ?? 0] === 1) at += 1;
  return at;
}

function byteSet(characters: RegExp): Uint8Array {
  const set = new Uint8Array(256);
  for (let code = 0; code < 128; code++) if (characters.test(String.fromCharCode(code))) set[code] = 1;
  return set;
}

import type { CompiledKind } from "../catalogue.ts";
import { assignmentAt } from "./assignment.ts";
import type { Candidate } from "./candidate.ts";
import { credentialIn } from "./credential.ts";
import { authorizationAt, userOptionAt } from "./header.ts";
import { jsonWebTokenAt } from "./json-web-token.ts";
import { privateKeyAt } from "./private-key.ts";
import { keywordTable, type Special, type Target } from "./targets.ts";
import { tokenAround, tokenAt } from "./token.ts";
import { urlCredentialAt } from "./url.ts";
import type { View } from "./view.ts";

/** A name that holds keywords, until the next one begins. */
interface Name {
  readonly start: number;
  /** Where the keyword ended that the name was first met by. */
  readonly keywordEnd: number;
  /** Where the characters of the name end. */
  readonly end: number;
  readonly kinds: CompiledKind[];
}

/** Everything in the view that may be a secret; overlaps are not yet resolved. */
export function candidatesIn(view: View, path: string): Candidate[] {
  const { keywords, automaton } = keywordTable();
  const found: Candidate[] = [];
  const add = (candidate: Candidate | undefined) => {
    if (candidate) found.push(candidate);
  };
  let name: Name | undefined;
  automaton.scan(view.bytes, (number, end) => {
    const keyword = keywords[number];
    if (keyword === undefined) return;
    const start = end - keyword.text.length;
    for (const target of keyword.targets) {
      if (target.at !== "name" && target.at !== "word") {
        add(directly(view.text, start, end, target));
        continue;
      }
      if (name === undefined || end > name.end) {
        if (name) add(valueOf(view, name, path));
        name = mayBeAssigned(view.bytes, end)
          ? { start, keywordEnd: end, end: endOfName(view.bytes, end), kinds: [] }
          : undefined;
      }
      if (name && target.at === "name") name.kinds.push(target.kind);
    }
  });
  if (name) add(valueOf(view, name, path));
  return found;
}

function directly(
  text: string,
  start: number,
  end: number,
  target: Exclude<Target, { at: "name" | "word" }>,
): Candidate | undefined {
  if (target.at === "start") return tokenAt(text, start, target.kind);
  if (target.at === "inside") return tokenAround(text, start, end, target.kind);
  return specially(text, start, end, target.special);
}

function specially(text: string, start: number, end: number, special: Special): Candidate | undefined {
  if (special === "private-key") return privateKeyAt(text, start);
  if (special === "json-web-token") return jsonWebTokenAt(text, start);
  if (special === "url") return urlCredentialAt(text, end);
  if (special === "authorization") return authorizationAt(text, start);
  return userOptionAt(text, start);
}

function valueOf(view: View, name: Name, path: string): Candidate | undefined {
  const assignment = assignmentAt(view.text, name.start, name.keywordEnd);
  return assignment && credentialIn(view.text, assignment, name.kinds, path);
}

const inName = byteSet(/[\w.-]/);
const betweenNameAndOperator = byteSet(/[\w.\- \t"'`\])\\;&]/);
const operators = byteSet(/[=:,(>|?.+!<]/);
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

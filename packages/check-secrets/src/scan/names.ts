import type { CompiledKind } from "../catalogue.ts";
import { byteSet } from "./byte-set.ts";

/** A name that holds keywords and may have a value. */
export interface Name {
  readonly start: number;
  /** Where the keyword ended that the name was first met by. */
  readonly keywordEnd: number;
  /** The kinds of token that the keywords in it speak of. */
  readonly kinds: CompiledKind[];
}

/** Collects the keywords of each name of a view, in the order of the view. */
export class NameReader {
  readonly names: Name[] = [];
  readonly #bytes: Uint8Array;
  #nameEnd = 0;
  #current: Name | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Takes note of a keyword; several in one name are one name. */
  meet(start: number, end: number, kinds: readonly CompiledKind[]): void {
    if (end > this.#nameEnd) {
      this.#nameEnd = endOfName(this.#bytes, end);
      this.#current =
        mayBeAssigned(this.#bytes, end) || isSpaced(this.#bytes, start) || isDeclared(this.#bytes, start)
          ? { start, keywordEnd: end, kinds: [] }
          : undefined;
      if (this.#current) this.names.push(this.#current);
    }
    this.#current?.kinds.push(...kinds);
  }
}

/** With the bytes of letters beyond ASCII. */
const inName = byteSet(/[\w.-]/).fill(1, 128);
const betweenNameAndOperator = byteSet(/[\w.\- \t"'`\][)\\;&{}@]/).fill(1, 128);
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
    // The end of an element: the value may stand in front, `value="…" key="NAME"/>`.
    if (byte === 47 && bytes[at + 1] === 62) return true;
    if (byte === 123 && quotes[bytes[at + 1] ?? 0] === 1) return true;
    if (betweenNameAndOperator[byte] === 0) return (byte === 10 || byte === 13) && valueFollows(bytes, at);
    if (byte === 32 || byte === 9) sawSpace = true;
  }
  return false;
}

const value = Buffer.from("value");

/** Whether one of the next lines gives the value of the name on this one: `- name: TOKEN`, then `value: …`. */
function valueFollows(bytes: Uint8Array, lineEnd: number): boolean {
  let at = lineEnd;
  for (let line = 0; line < 3; line++) {
    const from = at;
    while (at - from < 80 && (bytes[at] ?? 0) <= 32) at += 1;
    if (value.every((byte, index) => bytes[at + index] === byte)) return true;
    // Another field of the same entry stands further in than its line begins.
    if (bytes[at - 1] !== 32) return false;
    while (at - from < 140 && bytes[at] !== undefined && bytes[at] !== 10) at += 1;
  }
  return false;
}

/** Whether a block of Terraform declares the name, and may give it a default: `variable "db_password" {`. */
function isDeclared(bytes: Uint8Array, start: number): boolean {
  let at = start;
  while (at > 0 && start - at < 60 && inName[bytes[at - 1] ?? 0] === 1) at -= 1;
  // The second label of a block: `resource "aws_ssm_parameter" "db_password" {`.
  if (bytes[at - 1] === 34 && bytes[at - 2] === 32 && bytes[at - 3] === 34) return true;
  return bytes[at - 1] === 34 && bytes[at - 2] === 32 && bytes[at - 3] === 101 && bytes[at - 4] === 108 && bytes[at - 5] === 98;
}

/** Words before a name that a value follows after a space: `ENV NAME …`, `set -gx NAME …`; not `let NAME …`. */
const beforeSpacedName = /(?:\bENV|\bsetenv|\bset -[a-zA-Z]{1,3}|\bconfigure set|\bconfig set) $/;

const lastOfCommand = byteSet(/[Vvt]/);

/** Whether `ENV`, `setenv`, `config set` or an option of `set` may end here. */
function mayEndCommand(bytes: Uint8Array, at: number): boolean {
  return lastOfCommand[bytes[at - 1] ?? 0] === 1 || [2, 3, 4].some((back) => bytes[at - back] === 45);
}

/** Whether the value may follow after a mere space: `--token …` and `ENV TOKEN …`. */
function isSpaced(bytes: Uint8Array, start: number): boolean {
  let at = start;
  while (at > 0 && start - at < 60 && inName[bytes[at - 1] ?? 0] === 1) at -= 1;
  if (bytes[at] === 45 && bytes[at + 1] === 45) return true;
  // `${NAME-default}`.
  if (bytes[at - 1] === 123 && bytes[at - 2] === 36) return true;
  if (bytes[at] !== 114 && (bytes[at - 1] !== 32 || !mayEndCommand(bytes, at - 1))) return false;
  const textOf = (from: number, to: number) => Buffer.from(bytes.subarray(Math.max(0, from), to)).toString("latin1");
  return beforeSpacedName.test(textOf(at - 16, at)) || textOf(at, at + 12) === "requirepass ";
}

function endOfName(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at < bytes.length && inName[bytes[at] ?? 0] === 1) at += 1;
  return at;
}

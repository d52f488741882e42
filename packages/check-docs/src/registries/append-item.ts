import type { Range } from "@failcheck/core";
import type { DataList } from "@failcheck/languages";

/** A text to be inserted at one place. */
export interface Insertion {
  readonly at: Range;
  readonly text: string;
}

/** Adds an item to the end of a list of JSON, YAML or a program, the way the list is written; undefined where it is nested in a line. */
export function appendItem(text: string, list: DataList, item: string): Insertion | undefined {
  return text[list.at[0]] === "[" ? appendInBrackets(text, list, item) : appendDash(text, list, item);
}

function appendInBrackets(text: string, list: DataList, item: string): Insertion {
  const last = list.items.at(-1);
  if (last === undefined) return insertion(list.at[0] + 1, item);
  const between = text.slice(list.at[0], last.at[0]);
  const separator = between.includes("\n") ? `,${lineEndOf(text)}${indentAt(text, last.at[0])}` : ", ";
  return insertion(last.at[1], separator + item);
}

function appendDash(text: string, list: DataList, item: string): Insertion | undefined {
  const first = list.items[0];
  const last = list.items.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const dash = text.lastIndexOf("-", first.at[0]);
  const lineStart = text.lastIndexOf("\n", dash) + 1;
  const indent = text.slice(lineStart, dash);
  if (dash < 0 || indent.trim() !== "") return undefined;
  const end = text.slice(0, last.at[1]).trimEnd().length;
  return insertion(endOfLine(text, end), `${lineEndOf(text)}${indent}- ${item}`);
}

function insertion(at: number, text: string): Insertion {
  return { at: [at, at], text };
}

/** The offset of the end of the line that `offset` is in. */
export function endOfLine(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  if (feed < 0) return text.length;
  return text[feed - 1] === "\r" && feed > offset ? feed - 1 : feed;
}

/** The end of line that the text uses. */
export function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return line.slice(0, line.length - line.trimStart().length);
}

/** A string as YAML writes it: bare where that is safe. */
export function yamlString(value: string): string {
  return /^[\p{L}_./][\p{L}\p{N} _./-]*$/u.test(value) &&
    value.trim() === value &&
    !/^(?:true|false|null|yes|no|on|off|~)$/i.test(value)
    ? value
    : JSON.stringify(value);
}

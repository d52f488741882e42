import type { Call } from "@failcheck/languages/sql";
import { choice, constant, doubt, nothing, optionsOf, something, unknown } from "./value.ts";
import type { Value } from "./value.ts";

type Plain = string | number | boolean | null;
type Known = (args: readonly (string | number | boolean)[]) => Plain | undefined;

const texts = (make: (text: string, ...rest: readonly (string | number | boolean)[]) => Plain | undefined): Known => {
  return ([first, ...rest]) => (first === undefined ? undefined : make(String(first), ...rest));
};

/** Functions that give NULL for NULL and are the same in every dialect. */
const strict: Readonly<Partial<Record<string, Known>>> = {
  lower: texts((text) => text.toLowerCase()),
  lcase: texts((text) => text.toLowerCase()),
  upper: texts((text) => text.toUpperCase()),
  ucase: texts((text) => text.toUpperCase()),
  initcap: texts((text) => text.toLowerCase().replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase())),
  btrim: texts((text, set = " ") => trim(text, String(set), true, true)),
  trim: texts((text, set = " ") => trim(text, String(set), true, true)),
  ltrim: texts((text, set = " ") => trim(text, String(set), true, false)),
  rtrim: texts((text, set = " ") => trim(text, String(set), false, true)),
  length: texts((text) => text.length),
  char_length: texts((text) => text.length),
  character_length: texts((text) => text.length),
  reverse: texts((text) => Array.from(text).reverse().join("")),
  left: texts((text, count) => (typeof count === "number" ? text.slice(0, count) : undefined)),
  right: texts((text, count) => (typeof count === "number" && count > 0 ? text.slice(-count) : undefined)),
  substring: texts(substring),
  substr: texts(substring),
  replace: texts((text, from, to) => text.replaceAll(String(from), String(to))),
  strpos: texts((text, part) => text.indexOf(String(part)) + 1),
  position: texts((text, part) => text.indexOf(String(part)) + 1),
  starts_with: texts((text, part) => text.startsWith(String(part))),
  split_part: texts((text, by, at) => (typeof at === "number" ? (text.split(String(by))[at - 1] ?? "") : undefined)),
  translate: texts(translate),
};

function substring(text: string, from?: Plain, count?: Plain): Plain | undefined {
  if (typeof from !== "number" || from < 1) return undefined;
  return text.slice(from - 1, typeof count === "number" ? from - 1 + count : undefined);
}

function translate(text: string, from?: Plain, to?: Plain): string {
  const source = String(from);
  return Array.from(text, (letter) => (source.includes(letter) ? String(to).charAt(source.indexOf(letter)) : letter)).join("");
}

function trim(text: string, set: string, start: boolean, end: boolean): string {
  let from = 0;
  let to = text.length;
  while (start && from < to && set.includes(text.charAt(from))) from += 1;
  while (end && to > from && set.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** Functions, further ones, that give the same for the same. */
const fixed = new Set(
  "coalesce nullif greatest least abs round floor ceil ceiling trunc mod date_trunc date_part extract concat concat_ws to_char".split(
    " ",
  ),
);

/** Whether a call gives the same wherever its arguments are the same. */
export function isFixed({ name, over, filter, distinct, star }: Call): boolean {
  return (strict[name] !== undefined || fixed.has(name)) && over === undefined && filter === undefined && !distinct && !star;
}

/** Functions whose value says nothing about a status even where one is among the arguments. */
const counting = new Set(["now", "random", "row_number", "count", "gen_random_uuid"]);

/**
 * The value of a call. `fixed` tells for each argument whether it holds a column: an unknown function of a status
 * that is known here is a doubt, one of mere literals is just unknown.
 */
export function callValue(name: string, args: readonly Value[], fixed: readonly boolean[]): Value {
  if (args.some((arg) => arg.kind === "doubt" || arg.kind === "parameter")) return doubt;
  const known = strict[name];
  if (known !== undefined) return applyStrict(known, args);
  if (name === "concat" || name === "concat_ws") return concat(name, args);
  if (name === "unnest" && args[0]?.kind === "list") return choice(args[0].items);
  if (name === "string_to_array") return splitText(args);
  if (counting.has(name)) return something;
  const dependent = args.some((arg, index) => fixed[index] === true && arg.kind !== "unknown");
  return dependent ? doubt : unknown;
}

function applyStrict(known: Known, args: readonly Value[]): Value {
  const plain: (string | number | boolean)[] = [];
  for (const arg of args) {
    const [option] = optionsOf(arg);
    if (arg.kind !== "constant" || option === undefined) return args.some((other) => other.kind === "list") ? doubt : unknown;
    if (arg.value === null) return nothing;
    plain.push(arg.value);
  }
  const value = known(plain);
  return value === undefined ? doubt : constant(value);
}

function concat(name: string, args: readonly Value[]): Value {
  const parts: string[] = [];
  for (const arg of args) {
    if (arg.kind !== "constant") return something;
    if (arg.value !== null) parts.push(String(arg.value));
  }
  const [separator = "", ...rest] = parts;
  return constant(name === "concat" ? parts.join("") : rest.join(separator));
}

function splitText(args: readonly Value[]): Value {
  const [text, separator] = args;
  if (text?.kind !== "constant" || separator?.kind !== "constant") return unknown;
  return { kind: "list", items: String(text.value).split(String(separator.value)).map(constant) };
}

/** An array written as text: `{completed,"in progress",NULL}`. */
export function arrayOf(text: string): Value | undefined {
  if (!text.startsWith("{") || !text.endsWith("}")) return undefined;
  const inner = text.slice(1, -1).trim();
  if (inner === "") return { kind: "list", items: [] };
  const items = inner.split(",").map((part) => part.trim());
  return { kind: "list", items: items.map((item) => (item.toUpperCase() === "NULL" ? nothing : constant(unquote(item)))) };
}

function unquote(item: string): string {
  return item.startsWith('"') && item.endsWith('"') ? item.slice(1, -1) : item;
}

import type { Piece } from "./pieces.ts";

/** A template's text and blocks, before it is known which conditions hold. */
type Part =
  | { readonly kind: "text"; readonly from: number; readonly to: number }
  | { readonly kind: "choice"; readonly arms: readonly Arm[] }
  /** Text that is no part of what stands around it: a macro, a query that is run by itself. */
  | { readonly kind: "apart"; readonly parts: readonly Part[] };

interface Arm {
  /** Undefined for `{% else %}`. */
  readonly condition: string | undefined;
  readonly parts: readonly Part[];
}

interface Tag {
  readonly from: number;
  readonly to: number;
  /** `if`, `endif`, `set`. */
  readonly word: string;
  readonly rest: string;
}

/** A tag or a comment: matches `{%- if x -%}` and `{# note #}`, not `{{ x }}`. */
const tagged = /\{%[-+]?\s{0,99}(\w{1,40})((?:[^%]|%(?!\})){0,2000})%\}|\{#(?:[^#]|#(?!\})){0,5000}#\}/g;

const mostVariants = 8;

/** A template with blocks as the texts that it may become; as it is where it has none, or where they do not fit together. */
export function templateVariants(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0 || !piece.text.includes("{%")) return [pieces];
  const reader: Reader = { text: piece.text, tags: tagsOf(piece.text), next: 0, at: 0 };
  const parts = readParts(reader, 0);
  if (parts === undefined || reader.next < reader.tags.length) return [pieces];
  return worldsOf([...new Set(conditionsOf(parts))]).map((world) => [...render(parts, piece, world)]);
}

function tagsOf(text: string): Tag[] {
  return [...text.matchAll(tagged)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    word: found[1] ?? "#",
    rest: (found[2] ?? "").replace(/[-+]$/, "").trim(),
  }));
}

interface Reader {
  readonly text: string;
  readonly tags: readonly Tag[];
  next: number;
  at: number;
}

const deepest = 40;
const ends = /^(?:end\w{1,40}|elif|else)$/;
/** Blocks whose content stands where they stand. */
const around = new Set(["snapshot", "raw", "filter", "block", "test", "materialization", "autoescape", "with"]);

/** Reads up to the tag that ends this block; undefined where tags do not fit together. */
function readParts(reader: Reader, depth: number): Part[] | undefined {
  if (depth > deepest) return undefined;
  const parts: Part[] = [];
  for (;;) {
    const tag = reader.tags[reader.next];
    parts.push({ kind: "text", from: reader.at, to: tag?.from ?? reader.text.length });
    if (tag === undefined || ends.test(tag.word)) return depth === 0 && tag !== undefined ? undefined : parts;
    reader.next += 1;
    reader.at = tag.to;
    const found = readBlock(reader, tag, depth + 1);
    if (found === undefined) return undefined;
    parts.push(...found);
  }
}

function readBlock(reader: Reader, tag: Tag, depth: number): readonly Part[] | undefined {
  if (tag.word === "if") return readChoice(reader, tag, depth);
  if (tag.word === "for") return readLoop(reader, depth);
  const isApart = tag.word === "macro" || tag.word === "call" || (tag.word === "set" && !tag.rest.includes("="));
  if (!isApart && !around.has(tag.word)) return [];
  const parts = readParts(reader, depth);
  if (parts === undefined || !close(reader, tag.word)) return undefined;
  return isApart ? [{ kind: "apart", parts }] : parts;
}

function close(reader: Reader, word: string): boolean {
  const tag = reader.tags[reader.next];
  if (tag?.word !== `end${word}`) return false;
  reader.next += 1;
  reader.at = tag.to;
  return true;
}

function readChoice(reader: Reader, opening: Tag, depth: number): readonly Part[] | undefined {
  const arms: Arm[] = [];
  for (let tag = opening; ;) {
    const parts = readParts(reader, depth);
    const next = reader.tags[reader.next];
    if (parts === undefined || next === undefined) return undefined;
    arms.push({ condition: tag.word === "else" ? undefined : tag.rest, parts });
    reader.next += 1;
    reader.at = next.to;
    if (next.word === "endif") return [{ kind: "choice", arms }];
    if (next.word !== "elif" && next.word !== "else") return undefined;
    tag = next;
  }
}

/** A loop is gone through once. */
function readLoop(reader: Reader, depth: number): readonly Part[] | undefined {
  const parts = readParts(reader, depth);
  if (reader.tags[reader.next]?.word === "else") {
    reader.at = reader.tags[reader.next]?.to ?? reader.at;
    reader.next += 1;
    if (readParts(reader, depth) === undefined) return undefined;
  }
  return parts !== undefined && close(reader, "for") ? parts : undefined;
}

/** What is asked, without a leading `not`. */
function asked(condition: string): { readonly what: string; readonly not: boolean } {
  const [, what = condition] = /^not\s{1,9}(.{1,2000})$/s.exec(condition) ?? [];
  return { what: what.replaceAll(/\s+/g, " "), not: what !== condition };
}

function* conditionsOf(parts: readonly Part[]): Generator<string> {
  for (const part of parts) {
    if (part.kind === "apart") yield* conditionsOf(part.parts);
    if (part.kind !== "choice") continue;
    for (const { condition, parts: inner } of part.arms) {
      if (condition !== undefined && !isOnce(asked(condition).what)) yield asked(condition).what;
      yield* conditionsOf(inner);
    }
  }
}

/** What is true of the one time that a loop is gone through. */
function isOnce(what: string): boolean {
  return what === "loop.first" || what === "loop.last";
}

type World = ReadonlySet<string>;

/** Which conditions hold together: all combinations where they are few. */
function worldsOf(conditions: readonly string[]): readonly World[] {
  const worlds: World[] =
    2 ** conditions.length <= mostVariants
      ? Array.from({ length: 2 ** conditions.length }, (_, number) => new Set(conditions.filter((_, bit) => (number >> bit) & 1)))
      : [new Set(), new Set(conditions), ...conditions.map((one) => new Set([one]))];
  return worlds.slice(0, mostVariants);
}

function* render(parts: readonly Part[], piece: Piece, world: World): Generator<Piece> {
  for (const part of parts) {
    if (part.kind === "text") yield sliceOf(piece, part.from, part.to);
    else if (part.kind === "choice") yield* render(chosen(part.arms, world), piece, world);
    else yield* renderApart(part.parts, piece, world);
    if (part.kind === "text") yield { text: " ", at: [placeOf(piece, part.to), placeOf(piece, part.to)] };
  }
}

function* renderApart(parts: readonly Part[], piece: Piece, world: World): Generator<Piece> {
  const inner = [...render(parts, piece, world)];
  const text = inner.map((one) => one.text).join("");
  if (!/^\s{0,200}(?:select|with|insert)\b/i.test(text)) return;
  yield* inner;
  const end = inner.at(-1)?.at[1] ?? 0;
  yield { text: ";", at: [end, end] };
}

function chosen(arms: readonly Arm[], world: World): readonly Part[] {
  const holds = ({ condition }: Arm): boolean => {
    if (condition === undefined) return true;
    const { what, not } = asked(condition);
    return (isOnce(what) || world.has(what)) !== not;
  };
  return arms.find(holds)?.parts ?? [];
}

function placeOf(piece: Piece, index: number): number {
  if (index >= piece.text.length) return piece.at[1];
  return piece.source?.(index) ?? piece.at[0] + index;
}

function sliceOf(piece: Piece, from: number, to: number): Piece {
  const { source, sourceEnd } = piece;
  return {
    text: piece.text.slice(from, to),
    at: [placeOf(piece, from), placeOf(piece, to)],
    ...(source ? { source: (index: number) => source(from + index) } : {}),
    ...(sourceEnd ? { sourceEnd: (index: number) => sourceEnd(from + index) } : {}),
  };
}

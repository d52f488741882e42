import type { Bracket } from "./brackets.ts";

interface Open {
  readonly bracket: Bracket;
  /** The shapes of its children. */
  readonly inner: number[];
  /** Nothing in it speaks against its layout so far. */
  sound: boolean;
}

/** As often a shape must be seen on a page to be one that the page repeats. */
const often = 6;

/** Numbers what elements are made of: elements that look alike, and hold the same in the same order, have one shape. */
interface Shapes {
  readonly ids: Map<string, number>;
  readonly counts: number[];
  /** Elements that begin and end alike, by the index of their start tag. */
  readonly seen: { readonly start: number; readonly end: number; readonly shape: number }[];
}

/**
 * By the index of its start tag: where each element ends in which no tag can be lost. Either it begins and ends on lines of its
 * own, indented alike, with all that it holds paired without a crossing and indented further; or the page repeats its shape.
 */
export function soundElements(all: readonly Bracket[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const shapes: Shapes = { ids: new Map(), counts: [], seen: [] };
  const stack: Open[] = [];
  for (const bracket of all) {
    if (bracket.opens) {
      touch(stack.at(-1), bracket);
      if (bracket.leaf) stack.at(-1)?.inner.push(shapeOf(shapes, bracket, []));
      else stack.push({ bracket, inner: [], sound: bracket.hard && bracket.first && bracket.lostLabel === "" });
    } else close(stack, bracket, ends, shapes);
  }
  for (const { start, end, shape } of shapes.seen) if ((shapes.counts[shape] ?? 0) >= often) ends.set(start, end);
  return ends;
}

function shapeOf({ ids, counts }: Shapes, { looks }: Bracket, inner: readonly number[]): number {
  const key = `${looks.full} ${inner.join(" ")}`;
  const id = ids.get(key) ?? ids.size;
  ids.set(key, id);
  counts[id] = (counts[id] ?? 0) + 1;
  return id;
}

/** A child that is not indented further than its parent speaks against it, as does the comment of an end tag that is gone. */
function touch(holder: Open | undefined, { first, indent, lostLabel }: Bracket): void {
  if (holder !== undefined && ((first && indent <= holder.bracket.indent) || lostLabel !== "")) holder.sound = false;
}

function close(stack: Open[], end: Bracket, ends: Map<number, number>, shapes: Shapes): void {
  const open = stack.pop();
  if (open === undefined) return;
  const { bracket } = open;
  if (bracket.tag.name !== end.tag.name) {
    // from here on nobody knows what belongs to what
    stack.length = 0;
    return;
  }
  const shape = shapeOf(shapes, bracket, open.inner);
  stack.at(-1)?.inner.push(shape);
  const isAlike = bracket.line === end.line || (bracket.first && end.first && bracket.indent === end.indent);
  if (isAlike && bracket.hard && open.inner.length > 0) shapes.seen.push({ start: bracket.index, end: end.index, shape });
  const isAlone = bracket.line !== end.line && end.first && end.indent === bracket.indent && end.lostLabel === "";
  if (open.sound && isAlone) ends.set(bracket.index, end.index);
  const holder = stack.at(-1);
  // what is not sound itself, and takes up several lines, may hide a tag that its parent misses
  if (holder !== undefined && bracket.line !== end.line && !(isAlone && (open.sound || !bracket.hard))) holder.sound = false;
}

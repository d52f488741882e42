import type { Bracket } from "./brackets.ts";

interface Open {
  readonly bracket: Bracket;
  /** Nothing in it speaks against its layout so far. */
  sound: boolean;
}

/**
 * By the index of its start tag: where each element ends in which no tag can be lost, since it begins and ends on lines of its
 * own, indented alike, with all that it holds paired without a crossing and indented further.
 */
export function soundElements(all: readonly Bracket[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const stack: Open[] = [];
  for (const bracket of all) {
    if (bracket.opens) {
      touch(stack.at(-1), bracket);
      if (!bracket.leaf) stack.push({ bracket, sound: bracket.hard && bracket.first && bracket.lostLabel === "" });
    } else close(stack, bracket, ends);
  }
  return ends;
}

/** A child that is not indented further than its parent speaks against it, as does the comment of an end tag that is gone. */
function touch(holder: Open | undefined, { first, indent, lostLabel }: Bracket): void {
  if (holder !== undefined && ((first && indent <= holder.bracket.indent) || lostLabel !== "")) holder.sound = false;
}

function close(stack: Open[], end: Bracket, ends: Map<number, number>): void {
  const open = stack.pop();
  if (open === undefined) return;
  const { bracket } = open;
  if (bracket.tag.name !== end.tag.name) {
    // from here on nobody knows what belongs to what
    stack.length = 0;
    return;
  }
  const isAlone = bracket.line !== end.line && end.first && end.indent === bracket.indent && end.lostLabel === "";
  if (open.sound && isAlone) ends.set(bracket.index, end.index);
  const holder = stack.at(-1);
  // what is not sound itself, and takes up several lines, may hide a tag that its parent misses
  if (holder !== undefined && bracket.line !== end.line && !(isAlone && (open.sound || !bracket.hard))) holder.sound = false;
}

import type { Bracket } from "./brackets.ts";

/** The open elements of one state of the search; equal stacks are one object, so that states can be told to be alike. */
export interface Stack {
  /** The innermost open element; -1 at the bottom. */
  readonly bracket: number;
  /** The last child in it; undefined before the first. */
  readonly last: Bracket | undefined;
  /** How far the last child that stands first on its line is indented. */
  readonly beside: number | undefined;
  readonly below: Stack | undefined;
  /** How many elements are open. */
  readonly depth: number;
  /** What was made of it last: all states read the same bracket, so nobody asks for an earlier one. */
  above: Stack | undefined;
  aboveSupposed: Stack | undefined;
  readonly frame: Frame;
}

/** What all the stacks share that differ in the last child of their innermost element only. */
interface Frame {
  newest: Stack | undefined;
}

/** A page of which nothing has been read. */
export function atBottom(): Stack {
  return stackOf(-1, undefined, undefined, undefined, { newest: undefined });
}

function stackOf(
  bracket: number,
  last: Bracket | undefined,
  beside: number | undefined,
  below: Stack | undefined,
  frame: Frame,
): Stack {
  return {
    bracket,
    last,
    beside,
    below,
    depth: below === undefined ? 0 : below.depth + 1,
    above: undefined,
    aboveSupposed: undefined,
    frame,
  };
}

/** The stack with one more element open; that of an element which is only supposed is below -1. */
export function pushOn(below: Stack, bracket: number): Stack {
  const known = bracket < 0 ? below.aboveSupposed : below.above;
  if (known?.bracket === bracket) return known;
  const stack = stackOf(bracket, undefined, undefined, below, { newest: undefined });
  if (bracket < 0) below.aboveSupposed = stack;
  else below.above = stack;
  return stack;
}

/** The stack after a child of its innermost element has begun. */
export function childOn(stack: Stack, child: Bracket): Stack {
  if (stack.last === child) return stack;
  const { frame } = stack;
  const beside = child.first ? child.indent : stack.beside;
  if (frame.newest?.last !== child || frame.newest.beside !== beside)
    frame.newest = stackOf(stack.bracket, child, beside, stack.below, frame);
  return frame.newest;
}

/** The same innermost element, with what was seen in it, on another stack. */
export function movedOn(below: Stack, { bracket, last }: Stack): Stack {
  const stack = pushOn(below, bracket);
  return last === undefined ? stack : childOn(stack, last);
}

import type { Bracket } from "./brackets.ts";

/** The open elements of one state of the search; equal stacks are one object, so that states can be told to be alike. */
export interface Stack {
  /** The innermost open element; -1 at the bottom. */
  readonly bracket: number;
  /** How far the last child in it is indented; undefined before the first. */
  readonly last: number | undefined;
  readonly below: Stack | undefined;
  readonly above: Map<number, Stack>;
  /** The same stack after children of other indentation. */
  readonly twins: Map<number, Stack>;
}

/** A page of which nothing has been read. */
export function atBottom(): Stack {
  return { bracket: -1, last: undefined, below: undefined, above: new Map(), twins: new Map() };
}

/** The stack with one more element open. */
export function pushOn(below: Stack, bracket: number, last?: number): Stack {
  let stack = below.above.get(bracket);
  if (stack === undefined) {
    stack = { bracket, last: undefined, below, above: new Map(), twins: new Map() };
    below.above.set(bracket, stack);
  }
  return last === undefined ? stack : after(stack, last);
}

/** The stack after a child of its innermost element has begun. */
export function childOn(stack: Stack, child: Bracket): Stack {
  return child.first && stack.last !== child.indent ? after(stack, child.indent) : stack;
}

function after(stack: Stack, last: number): Stack {
  let twin = stack.twins.get(last);
  if (twin === undefined) {
    twin = { ...stack, last, above: new Map() };
    stack.twins.set(last, twin);
  }
  return twin;
}

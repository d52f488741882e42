import { operate } from "./compare.ts";
import { asTruth } from "./doubts.ts";
import { arrayOf } from "./functions.ts";
import type { Context, World } from "../model.ts";
import {
  both,
  doubt,
  either,
  fromTruth,
  isFalse,
  isTrue,
  isUnknown,
  mayBeNull,
  mayBeSomething,
  negate,
  nothing,
  optionsOf,
} from "./value.ts";
import type { Truth, Value } from "./value.ts";

export function quantified(
  name: string,
  all: boolean,
  left: Value,
  right: Value,
  context: Context,
  world: World | undefined,
): Value {
  const list = right.kind === "constant" && typeof right.value === "string" ? arrayOf(right.value) : right;
  if (list?.kind === "constant" && context.analysis.mode !== "worst") return operate(name, left, list);
  if (list?.kind !== "list") return right.kind === "constant" && right.value === null ? nothing : doubt;
  let found: Truth = all ? isTrue : isFalse;
  for (const item of list.items) {
    const one = asTruth(operate(name, left, item), context, world);
    found = all ? both(found, one) : either(found, one);
  }
  return fromTruth(found);
}

export function distinct(left: Value, right: Value, not: boolean, context: Context, world: World | undefined): Truth {
  let found: Truth = 0;
  for (const one of optionsOf(left)) {
    for (const other of optionsOf(right)) found |= distinctOne(one, other, context, world);
  }
  return not ? negate(found) : found;
}

function distinctOne(left: Value, right: Value, context: Context, world: World | undefined): Truth {
  const leftNull = left.kind === "constant" && left.value === null;
  const rightNull = right.kind === "constant" && right.value === null;
  if (leftNull && rightNull) return isFalse;
  if (leftNull) return (mayBeSomething(right) ? isTrue : 0) | (mayBeNull(right) ? isFalse : 0);
  if (rightNull) return (mayBeSomething(left) ? isTrue : 0) | (mayBeNull(left) ? isFalse : 0);
  const equal = asTruth(operate("=", left, right), context, world);
  return (equal & isTrue ? isFalse : 0) | (equal & (isFalse | isUnknown) ? isTrue : 0) | (equal & isUnknown ? isFalse : 0);
}

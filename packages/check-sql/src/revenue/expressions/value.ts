/** What an expression may be in one row. `unknown` says nothing about it; `doubt` depends on the status in a way nobody can read here. */
export type Value =
  | { readonly kind: "constant"; readonly value: string | number | boolean | null }
  | { readonly kind: "list"; readonly items: readonly Value[] }
  | { readonly kind: "choice"; readonly options: readonly Value[] }
  | { readonly kind: "unknown"; readonly nullable: boolean }
  | { readonly kind: "doubt" }
  | { readonly kind: "parameter" };

/** Which of true, false and unknown a condition may be: a set of bits. */
export type Truth = number;
export const isTrue = 1;
export const isFalse = 2;
export const isUnknown = 4;
export const anyTruth = 7;

export const unknown: Value = { kind: "unknown", nullable: true };
export const something: Value = { kind: "unknown", nullable: false };
export const nothing: Value = { kind: "constant", value: null };
export const doubt: Value = { kind: "doubt" };

export function constant(value: string | number | boolean | null): Value {
  return value === null ? nothing : { kind: "constant", value };
}

const maxOptions = 24;

/** One of these values. */
export function choice(values: readonly Value[]): Value {
  const options: Value[] = [];
  for (const value of values) {
    for (const option of value.kind === "choice" ? value.options : [value]) {
      if (!options.some((other) => same(other, option))) options.push(option);
    }
    if (options.length > maxOptions) return unknown;
  }
  const [only] = options;
  if (only !== undefined && options.length === 1) return only;
  return { kind: "choice", options };
}

function same(left: Value, right: Value): boolean {
  if (left.kind === "constant" && right.kind === "constant") return left.value === right.value;
  if (left.kind === "unknown" && right.kind === "unknown") return left.nullable === right.nullable;
  return left.kind === right.kind && left.kind !== "list" && left.kind !== "choice";
}

/** The single values that it may be. */
export function optionsOf(value: Value): readonly Value[] {
  return value.kind === "choice" ? value.options : [value];
}

export function mayBeNull(value: Value): boolean {
  return optionsOf(value).some((option) => {
    if (option.kind === "constant") return option.value === null;
    return option.kind === "unknown" ? option.nullable : option.kind !== "list";
  });
}

export function mayBeSomething(value: Value): boolean {
  return optionsOf(value).some((option) => option.kind !== "constant" || option.value !== null);
}

/** Whether it may be anything but NULL and nought. */
export function mayCount(value: Value): boolean {
  return optionsOf(value).some((option) => option.kind !== "constant" || (option.value !== null && option.value !== 0));
}

export function fromTruth(truth: Truth): Value {
  const options: Value[] = [];
  if (truth & isTrue) options.push(constant(true));
  if (truth & isFalse) options.push(constant(false));
  if (truth & isUnknown) options.push(nothing);
  return choice(options);
}

/** Whether a value read as a condition is true, where `doubted` answers for what nobody can read. */
export function truthOf(value: Value, doubted: Truth): Truth {
  let truth = 0;
  for (const option of optionsOf(value)) {
    if (option.kind === "constant") truth |= constantTruth(option.value);
    else if (option.kind === "unknown") truth |= option.nullable ? anyTruth : isTrue | isFalse;
    else truth |= option.kind === "doubt" || option.kind === "parameter" ? doubted : anyTruth;
  }
  return truth;
}

function constantTruth(value: string | number | boolean | null): Truth {
  if (value === null) return isUnknown;
  if (value === true || value === "t" || value === "true" || (typeof value === "number" && value !== 0)) return isTrue;
  return value === false || value === 0 || value === "f" || value === "false" ? isFalse : anyTruth;
}

export function negate(truth: Truth): Truth {
  return (truth & isUnknown) | (truth & isTrue ? isFalse : 0) | (truth & isFalse ? isTrue : 0);
}

/** Three-valued AND over sets of truths. */
export function both(left: Truth, right: Truth): Truth {
  let truth = 0;
  if ((left | right) & isFalse) truth |= isFalse;
  if (left & isTrue && right & isTrue) truth |= isTrue;
  if ((left & isUnknown && right & (isUnknown | isTrue)) || (right & isUnknown && left & isTrue)) truth |= isUnknown;
  return truth;
}

export function either(left: Truth, right: Truth): Truth {
  return negate(both(negate(left), negate(right)));
}

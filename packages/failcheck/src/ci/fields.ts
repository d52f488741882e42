import { CannotCheck } from "@failcheck/core";

/** A field of what may be an object. */
export function field(value: unknown, name: string): unknown {
  return value instanceof Object && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

/** A text, or the empty one. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Matches a full object id in either of git's hashes; not `HEAD`, and not an abbreviation. */
const id = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The object id under the last word of `path` in `holder`; whatever else stands there must not reach git. */
export function objectId(holder: unknown, path: string): string {
  const value = text(field(holder, path.slice(path.lastIndexOf(".") + 1)));
  if (!id.test(value)) {
    throw new CannotCheck(`The event names no commit as ${path}, so the range is not known. Give it: failcheck ci BASE..TIP`);
  }
  return value;
}

/** Zeros stand for what does not exist: before the first push, after a deletion. */
export function isZero(objectName: string): boolean {
  return /^0+$/.test(objectName);
}

/** Matches what git forbids in the name of a ref: control characters, blanks, `~^:?*[\`, `..`, `@{`. */
const forbidden = /[\0-\x20\x7f~^:?*[\\]|\.\.|@\{/;

/** The name of a branch, when it can be one. */
export function refName(value: unknown): string | undefined {
  const name = text(value);
  return name === "" || name.startsWith("-") || forbidden.test(name) ? undefined : name;
}

import { join, unknown, type Value } from "./values.ts";

/** The variables of a function at one point of its run. Branches copy it and are joined again. */
export interface Scope {
  variables: Map<string, Value>;
  readonly parent: Scope | undefined;
  /** `Class.method` or `function`; undefined at the top level. */
  readonly within: string | undefined;
  /** The class around it. */
  readonly inside: string | undefined;
  /** Nothing after this point runs: a return, a raise. */
  ended: boolean;
  readonly returned: Value[];
}

/** A scope below another. */
export function openScope(parent: Scope | undefined, within: string | undefined, inside: string | undefined): Scope {
  return { variables: new Map(), parent, within, inside, ended: false, returned: [] };
}

/** What the name stands for here; undefined where nothing in the file binds it. */
export function lookUp(scope: Scope, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const value = at.variables.get(name);
    if (value) return value;
  }
  return undefined;
}

/** Begins the names under which tests are kept: `typeof job.payload`. */
const tested = "typeof ";

/** Notes that the expression is known to hold a string here. */
export function noteString(scope: Scope, text: string): void {
  scope.variables.set(tested + text, unknown);
}

/** Ends what `noteString` began. */
export function forgetString(scope: Scope, text: string): void {
  scope.variables.delete(tested + text);
}

/** Whether a test on the way here found the expression to hold a string. */
export function isTestedString(scope: Scope, text: string): boolean {
  return lookUp(scope, tested + text) !== undefined;
}

/** Binds a name, and forgets what was known of its attributes and tested of it. */
export function bind(scope: Scope, name: string, value: Value): void {
  // only generated files have so many names, and to look through them for each is quadratic
  const isNew = scope.variables.size > 1000 && !scope.variables.has(name);
  for (const known of isNew ? [] : scope.variables.keys()) {
    const about = known.startsWith(tested) ? known.slice(tested.length) : known;
    if (about.startsWith(`${name}.`) || (about === name && about !== known)) scope.variables.delete(known);
  }
  scope.variables.set(name, value);
}

/** Runs alternatives from the same state and joins those that go on; `else` without code is an empty alternative. */
export function branch(scope: Scope, ways: readonly (() => void)[]): void {
  const before = scope.variables;
  const ends: Map<string, Value>[] = [];
  for (const way of ways) {
    scope.variables = new Map(before);
    if (runsThrough(scope, way)) ends.push(scope.variables);
  }
  scope.ended = ways.length > 0 && ends.length === 0;
  scope.variables = ends.length > 0 ? joinAll(ends) : before;
}

function runsThrough(scope: Scope, way: () => void): boolean {
  scope.ended = false;
  way();
  return !scope.ended;
}

function joinAll(ends: readonly Map<string, Value>[]): Map<string, Value> {
  const [first, ...rest] = ends;
  const joined = new Map(first);
  for (const end of rest) {
    for (const [name, value] of end) joined.set(name, join(joined.get(name) ?? unknown, value));
  }
  // what was tested on one way only is not known after it
  for (const name of joined.keys()) if (name.startsWith(tested) && !ends.every((end) => end.has(name))) joined.delete(name);
  return joined;
}

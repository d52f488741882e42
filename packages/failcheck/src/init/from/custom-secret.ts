import { generate, parsePattern } from "@failcheck/check-secrets/pattern";
import { nothingTaken, type Taken } from "./taken.ts";

/** A rule of another scanner: a name, a pattern, and what else it asks of a match. */
export interface ForeignRule {
  /** Where it stands, in words. */
  readonly where: string;
  readonly id: string;
  readonly pattern: string;
  readonly ignoreCase: boolean;
  readonly entropy?: number;
  readonly paths?: readonly string[];
}

/** The rule as an entry of `custom:`, with an example that it is held to; the reason where it cannot be one. */
export function customSecret({ where, id, pattern, ignoreCase, entropy, paths }: ForeignRule): Taken {
  let compiled: RegExp;
  try {
    compiled = new RegExp(pattern, ignoreCase ? "iu" : "u");
  } catch (error) {
    return nothingTaken(`${where}: its pattern is none of JavaScript's (${error instanceof Error ? error.name : "error"})`);
  }
  const example = exampleOf(pattern, compiled);
  if (example === undefined)
    return nothingTaken(`${where}: no example could be made for it; write the entry with bad and good texts`);
  const entry = {
    id,
    kind: "secret",
    pattern,
    ...(ignoreCase ? { ignoreCase } : {}),
    ...(entropy === undefined || entropy <= 0 ? {} : { entropy }),
    ...(paths === undefined ? {} : { paths }),
    bad: [example],
    good: ["nothing of the sort"],
  };
  return { custom: [entry], allowances: [], left: [] };
}

const attempts = 50;

/** A text that the pattern matches. */
function exampleOf(pattern: string, compiled: RegExp): string | undefined {
  let state = 1;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  try {
    const pieces = parsePattern(simplified(pattern));
    for (let attempt = 0; attempt < attempts; attempt++) {
      for (const frame of ["«»", " «» ", '"«"']) {
        const text = frame.replace("«»", generate(pieces, draw));
        if (compiled.test(text)) return text;
      }
    }
  } catch {
    // A pattern beyond the subset that texts are made from.
  }
  return undefined;
}

/** The pattern in the subset that texts are made from: bounded, without places and names. */
function simplified(pattern: string): string {
  return pattern
    .replace(/\(\?<?!\[\^\\n\]\)|\\b|\\B|\\A|\\z|(?<!\[)\^|(?<!\\)\$/g, "")
    .replace(/\((?!\?)/g, "(?:")
    .replace(/\(\?P?<\w+>/g, "(?:")
    .replace(/([^\\])([*+?}])\?/g, "$1$2")
    .replace(/\{(\d+),\}/g, (_, least: string) => `{${least},${Number(least) + 8}}`)
    .replace(/(?<!\\)\*/g, "{0,8}")
    .replace(/(?<!\\)\+(?![^[]*\])/g, "{1,8}")
    .replace(/(?<!\\)\.(?![^[]*\])/g, "[a-z0-9]")
    .replace(/\\[S]/g, "[a-z0-9]");
}

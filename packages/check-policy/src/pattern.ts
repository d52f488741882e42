import { CannotCheck } from "@failcheck/core";
import type { Cost } from "./pattern-cost.ts";

/** Where a pattern is used decides how much it may cost. */
export interface PatternUse {
  /** Whether it reads files of any size, so that even starting anew at each character must not read on without end. */
  readonly anySize: boolean;
}

const refusals: Readonly<Record<Cost, string | undefined>> = {
  linear: undefined,
  "each start": "begins with a repetition without a bound, which takes quadratic time: bound it with {1,200}",
  polynomial: "has repetitions that take characters from each other: bound them with {0,9}, or let them begin differently",
  exponential: "can take exponential time: repeat nothing that repeats already, and bound it with {0,200}",
  long: "repeats more than 10000 times: no secret is as long",
  unknown: "looks back at what it matched, or behind without a bound, so that its time cannot be told",
};

/** Compiles a pattern of the configuration. One that a hostile file could make run for hours is refused, with the reason. */
export async function safePattern(id: string, pattern: string, flags: string, use: PatternUse): Promise<RegExp> {
  const compiled = compile(id, pattern, flags);
  const { costOf } = await import("./pattern-cost.ts");
  const cost = costOf(compiled);
  const why = cost === "each start" && !use.anySize ? undefined : refusals[cost];
  if (why !== undefined) throw new CannotCheck(`custom rule ${id}: the pattern ${why}`);
  return compiled;
}

function compile(id: string, pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    throw new CannotCheck(
      `custom rule ${id}: ${error instanceof Error ? error.message : "the pattern is no regular expression"}`,
    );
  }
}

/** A text as a pattern that matches it and nothing else. */
export const literalPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

import { CannotCheck } from "@failcheck/core";
import safeRegex from "safe-regex2";

/** Compiles a pattern of the configuration. One that could take exponential time on a hostile file is refused. */
export function safePattern(id: string, pattern: string, flags: string): RegExp {
  const compiled = compile(id, pattern, flags);
  if (!safeRegex(compiled)) {
    throw new CannotCheck(
      `custom rule ${id}: the pattern can take exponential time: repeat nothing that repeats already, and bound it with {0,200}`,
    );
  }
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

import type { Language, Problem, Range } from "@failcheck/core";

/** A word of a command after quotes and escapes are taken away. */
export interface ShellWord {
  readonly at: Range;
  /** What the word says; what only a running shell knows (`$X`, `$(…)`) is `hole`. */
  readonly text: string;
}

/** `NAME=value`, before a command, by itself, or behind `export` and its like. */
export interface ShellAssignment {
  readonly at: Range;
  readonly name: string;
  readonly value: ShellWord;
}

/** One simple command, wherever it stands: in a list, a pipeline, a function, a substitution. */
export interface ShellCommand {
  readonly at: Range;
  readonly assignments: readonly ShellAssignment[];
  /** The command's name and its arguments; none where the command only assigns. */
  readonly words: readonly ShellWord[];
  /** What is written to its input: the text of a here-document or here-string, or of the `echo` before its `|`. */
  readonly input: string | undefined;
}

/** Where output is sent to, or input taken from. */
export interface ShellRedirect {
  readonly at: Range;
  /** `>`, `>>`, `<`, `&>` and their like. */
  readonly operator: string;
  readonly target: ShellWord;
}

/** A shell script's commands and redirections, in the order in which they stand. */
export interface ShellTree {
  readonly commands: readonly ShellCommand[];
  readonly redirects: readonly ShellRedirect[];
  readonly problems: readonly Problem[];
}

/** Shell scripts, told by their names. */
export const shell: Language<ShellTree> = {
  id: "shell",
  matches: (path) => /\.(?:sh|bash|zsh|ksh)$/i.test(path),
  load: async () => (await import("./shell-parser.ts")).loadShell(),
};

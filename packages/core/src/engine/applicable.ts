import type { ActiveRule } from "../finding.ts";
import type { Language } from "../language.ts";
import type { ChangeRule, FileRule, RepositoryRule } from "../rule.ts";

/** A rule made ready for many files: its mentions are one pattern. */
export interface Ready<Kind extends FileRule | ChangeRule | RepositoryRule> {
  readonly rule: Kind;
  readonly options: unknown;
  /** Whether the text holds what the rule has something to say about; the text is asked for only where that matters. */
  mentioned(text: () => string): boolean;
}

/** The active rules by kind. A rule whose options name nothing to look for is left out, with nothing to say. */
export interface ReadyRules {
  readonly file: readonly Ready<FileRule>[];
  readonly change: readonly Ready<ChangeRule>[];
  readonly repository: readonly Ready<RepositoryRule>[];
}

/** Sorts the active rules by kind and compiles what they mention. */
export function readyRules(active: readonly ActiveRule[]): ReadyRules {
  const file: Ready<FileRule>[] = [];
  const change: Ready<ChangeRule>[] = [];
  const repository: Ready<RepositoryRule>[] = [];
  for (const { rule, options } of active) {
    const mentioned = mentionTest(rule.mentions?.(options));
    if (mentioned === undefined) continue;
    if (rule.kind === "file") file.push({ rule, options, mentioned });
    else if (rule.kind === "change") change.push({ rule, options, mentioned });
    else repository.push({ rule, options, mentioned });
  }
  return { file, change, repository };
}

/** One test for all mentions; always true where a rule names none; undefined where it names an empty list. */
function mentionTest(mentions: readonly string[] | undefined): ((text: () => string) => boolean) | undefined {
  if (mentions === undefined) return () => true;
  if (mentions.length === 0) return undefined;
  const pattern = new RegExp(mentions.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|"), "i");
  return (text) => pattern.test(text());
}

const listOf = (languages: Language<unknown> | readonly Language<unknown>[]): readonly Language<unknown>[] =>
  "load" in languages ? [languages] : languages;

/** The front end that reads this path for the rule, if one does. */
export function languageFor(rule: FileRule | ChangeRule, path: string): Language<unknown> | undefined {
  return listOf(rule.kind === "file" ? rule.reads : rule.compares).find((language) => language.matches(path));
}

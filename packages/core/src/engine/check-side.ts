import type { Language, SourceFile } from "../language.ts";
import type { Repository } from "../repository.ts";
import type { ChangeRule, FileRule, Report } from "../rule.ts";
import { isBinary } from "../source-file.ts";
import { languageFor, type Ready } from "./applicable.ts";
import { failureOf } from "./failure.ts";
import type { Parsers } from "./parsers.ts";
import type { RuleReport } from "./placing.ts";
import type { Stopwatch } from "./time.ts";

/** One side of one file, with its trees: each is made once however many rules walk it. */
export interface Side {
  readonly file: SourceFile;
  /** Whether the front end reads this content: only those over everything read what is not the text of a file. */
  readableBy(language: Language<unknown>): boolean;
  tree(language: Language<unknown>): Promise<unknown>;
}

/** What the rules said about one file, which of them looked, and what went wrong. */
export interface Outcome {
  readonly reports: readonly RuleReport[];
  readonly ran: readonly string[];
  readonly failures: readonly string[];
}

/** The outcome of looking at nothing. */
export const nothingSaid: Outcome = { reports: [], ran: [], failures: [] };

/** Makes ready to run rules over one side of a file. */
export function sideOf(file: SourceFile, parsers: Parsers, time: Stopwatch): Side {
  const made = new Map<Language<unknown>, Promise<unknown>>();
  const isText = file.kind === "file" && !isBinary(file.bytes);
  return {
    file,
    readableBy: (language) => isText || language.everything === true,
    tree(language) {
      const known = made.get(language);
      if (known) return known;
      const tree = parsers(language).then((parse) => time(`language ${language.id}`, () => parse(file)));
      made.set(language, tree);
      return tree;
    },
  };
}

/** Runs the file rules that have something to say about this side of a file. */
export function checkFile(side: Side, rules: readonly Ready<FileRule>[], time: Stopwatch): Promise<Outcome> {
  // Rules that read the same language stand together: the tree of the last one is at hand, and nothing waits for it.
  let last: { readonly language: Language<unknown>; readonly tree: unknown } | undefined;
  const text = () => side.file.text;
  return collect(side.file.path, rules, (ready) => {
    const language = languageFor(ready.rule, side.file.path);
    if (!language || !side.readableBy(language)) return undefined;
    if (!ready.mentioned(text)) return [];
    const check = (tree: unknown) => time(ready.rule.id, () => [...ready.rule.check(tree, side.file, ready.options)]);
    if (last?.language === language) return check(last.tree);
    return side.tree(language).then((tree) => {
      last = { language, tree };
      return check(tree);
    });
  });
}

/** Runs the change rules over both sides of a file, of which one may be absent; `repository` is that of the side that is judged. */
export function checkChange(
  before: Side | undefined,
  after: Side | undefined,
  rules: readonly Ready<ChangeRule>[],
  time: Stopwatch,
  repository?: () => Promise<Repository>,
): Promise<Outcome> {
  const side = after ?? before;
  if (!side) return Promise.resolve(nothingSaid);
  return collect(side.file.path, rules, async (ready) => {
    const language = languageFor(ready.rule, side.file.path);
    if (!language || !side.readableBy(language)) return undefined;
    if (!ready.mentioned(() => side.file.text) && !(before && ready.mentioned(() => before.file.text))) return [];
    const old = before?.readableBy(language) ? await before.tree(language) : undefined;
    const now = await after?.tree(language);
    const reports = time(ready.rule.id, () => [...ready.rule.check(old, now, side.file, ready.options)]);
    if (!ready.rule.review || !repository || !after) return reports;
    return ready.rule.review(reports, side.file, await repository(), ready.options);
  });
}

/** What a rule said; undefined where it did not look. */
type Found = readonly Report[] | undefined;

async function collect<Kind extends FileRule | ChangeRule>(
  path: string,
  rules: readonly Ready<Kind>[],
  check: (ready: Ready<Kind>) => Found | Promise<Found>,
): Promise<Outcome> {
  const reports: RuleReport[] = [];
  const ran: string[] = [];
  const failures: string[] = [];
  for (const ready of rules) {
    try {
      const checked = check(ready);
      // What is at hand is not waited for: a large tree would do so a hundred thousand times.
      const found = checked instanceof Promise ? await checked : checked;
      if (!found) continue;
      ran.push(ready.rule.id);
      for (const report of found) reports.push({ rule: ready.rule, report });
    } catch (error) {
      failures.push(failureOf(ready.rule.id, path, error));
    }
  }
  return { reports, ran, failures };
}

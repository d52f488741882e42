import { inlineAllowances, type InlineAllowance } from "../allowances.ts";
import type { ChangedFile } from "../change.ts";
import type { SourceFile } from "../language.ts";
import type { ReadyRules } from "./applicable.ts";

type RepositoryRules = ReadyRules["repository"];

/** The ids of the rules over the repository that a changed file gives something to look at; `after` is the file as it is now. */
export async function calledRules(
  rules: RepositoryRules,
  changed: ChangedFile,
  after: SourceFile | undefined,
): Promise<readonly string[]> {
  const called: string[] = [];
  for (const ready of rules) {
    const { rule } = ready;
    if (!rule.concerns(changed.path, ready.options, after !== undefined)) continue;
    const calls = after === undefined || ready.mentioned(() => after.text);
    if (calls || (rule.losses && (await changed.before()) !== undefined)) called.push(rule.id);
  }
  return called;
}

/** What a file that another machine looks at means for the rules over the repository: which it calls, what its comments say to these. */
export async function calledFromElsewhere(
  rules: RepositoryRules,
  changed: ChangedFile,
): Promise<{ readonly rules: readonly string[]; readonly comments: readonly InlineAllowance[] }> {
  const mayCall = rules.some(({ rule, options }) => [true, false].some((exists) => rule.concerns(changed.path, options, exists)));
  if (!mayCall) return { rules: [], comments: [] };
  const content = await changed.after();
  const file = content && "file" in content ? content.file : undefined;
  const comments = file ? inlineAllowances(file).filter((comment) => rules.some(({ rule }) => rule.id === comment.rule)) : [];
  return { rules: await calledRules(rules, changed, file), comments };
}

import type { GenericSchema } from "valibot";
import { CannotCheck } from "../cannot-check.ts";
import type { ActiveRule } from "../finding.ts";
import type { FileRule, Rule } from "../rule.ts";
import { sourceFile } from "../source-file.ts";
import type { DataDocument } from "./document.ts";
import { didYouMean } from "./nearest.ts";
import { validate } from "./validate.ts";

/** What an entry under `custom:` says of itself, whatever its kind. */
export interface CustomEntry {
  readonly id: string;
  readonly kind: string;
  readonly incident?: string | undefined;
  /** Texts that the rule must report. */
  readonly bad: readonly string[];
  /** Texts that it must not. */
  readonly good: readonly string[];
}

/** A declarative kind of rule: the shape of its entries, and the rule that an entry makes. */
export interface CustomKind {
  readonly schema: GenericSchema<unknown, CustomEntry>;
  make(entry: CustomEntry): Promise<FileRule>;
}

export type CustomKinds = Readonly<Record<string, CustomKind>>;

interface Made {
  readonly active: readonly ActiveRule[];
  readonly problems: readonly string[];
}

/** Makes the rules of the `custom:` section. Each is held to its own examples before it judges anything. */
export async function customRules(
  entries: readonly { readonly id: string; readonly kind: string }[],
  document: DataDocument,
  kinds: CustomKinds,
  builtIn: readonly Rule[],
): Promise<Made> {
  const active: ActiveRule[] = [];
  const problems: string[] = [];
  const taken = new Set(builtIn.map(({ id }) => id));
  for (const [index, entry] of entries.entries()) {
    const where = (key: string) => document.where(["custom", index, key]);
    const made = Object.hasOwn(kinds, entry.kind) ? kinds[entry.kind] : undefined;
    if (!made) {
      problems.push(`${where("kind")} unknown kind "${entry.kind}"${await didYouMean(entry.kind, Object.keys(kinds))}`);
      continue;
    }
    if (taken.has(entry.id)) problems.push(`${where("id")} there is a rule ${entry.id} already`);
    taken.add(entry.id);
    const checked = await validate(made.schema, entry, document, ["custom", index]);
    if ("problems" in checked) problems.push(...checked.problems);
    else active.push({ rule: await provenRule(made, checked.output, where, problems), options: {} });
  }
  return { active, problems };
}

/** The rule of an entry; what it says of its examples and should not is a problem of the configuration. */
async function provenRule(
  kind: CustomKind,
  entry: CustomEntry,
  where: (key: string) => string,
  problems: string[],
): Promise<Rule> {
  const rule = await made(kind, entry, where("id"));
  for (const [index, text] of entry.bad.entries()) {
    if (!(await reports(rule, text))) problems.push(`${where("bad")} ${entry.id} does not report text ${index + 1} of its "bad"`);
  }
  for (const [index, text] of entry.good.entries()) {
    if (await reports(rule, text)) problems.push(`${where("good")} ${entry.id} reports text ${index + 1} of its "good"`);
  }
  return rule;
}

async function made(kind: CustomKind, entry: CustomEntry, where: string): Promise<FileRule> {
  try {
    return await kind.make(entry);
  } catch (error) {
    if (error instanceof CannotCheck) throw new CannotCheck(`${where} ${error.message}`);
    throw error;
  }
}

async function reports(rule: FileRule, text: string): Promise<boolean> {
  const language = "load" in rule.reads ? rule.reads : rule.reads[0];
  const file = sourceFile("example", Buffer.from(text));
  const tree = language && (await language.load())(file);
  return [...rule.check(tree, file, {})].length > 0;
}

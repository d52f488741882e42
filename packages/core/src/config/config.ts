import { CannotCheck } from "../cannot-check.ts";
import type { ActiveRule } from "../finding.ts";
import type { SourceFile } from "../language.ts";
import type { Rule } from "../rule.ts";
import { customRules, type CustomKinds } from "./custom.ts";
import { readDocument, type DataDocument } from "./document.ts";
import { didYouMean } from "./nearest.ts";
import { configSchema, type RawConfig } from "./schema.ts";
import { validate } from "./validate.ts";

/** The configuration of a project, with every option checked. */
export interface Config {
  readonly ignore: readonly string[];
  readonly incidents: RawConfig["incidents"];
  /** The rules that are on: all but the young ones, unless the configuration says otherwise. */
  readonly active: readonly ActiveRule[];
}

/** Where the configuration may stand; the first that exists is read. JSON is YAML. */
export const configFiles = ["failcheck.yaml", "failcheck.yml", "failcheck.json"] as const;

const nowhere: DataDocument = { data: {}, where: () => "" };

/** What holds where there is no configuration. */
const bare: RawConfig = { ignore: [], incidents: [], custom: [], rules: {} };

/**
 * Reads a configuration. All problems are told at once, each with `file:line:col`.
 * @throws CannotCheck where anything in it is not known or not of the right shape
 */
export async function readConfig(
  file: SourceFile | undefined,
  rules: readonly Rule[],
  kinds: () => Promise<CustomKinds> = () => Promise.resolve({}),
): Promise<Config> {
  if (!file) return resolve(bare, nowhere, rules, kinds);
  const document = await readDocument(file);
  if (document.data === null) return resolve(bare, nowhere, rules, kinds);
  const result = await validate(configSchema, document.data, document, []);
  if ("problems" in result) throw new CannotCheck(result.problems.join("\n"));
  return resolve(result.output, document, rules, kinds);
}

async function resolve(
  raw: RawConfig,
  document: DataDocument,
  rules: readonly Rule[],
  kinds: () => Promise<CustomKinds>,
): Promise<Config> {
  const problems: string[] = [];
  const ids = rules.map(({ id }) => id);
  for (const id of Object.keys(raw.rules)) {
    if (!ids.includes(id))
      problems.push(`${document.where(["rules", id], "key")} unknown rule "${id}"${await didYouMean(id, ids)}`);
  }
  const active: ActiveRule[] = [];
  for (const rule of rules) {
    const [setting, holder] = settingOf(rule, raw);
    if (setting === false) continue;
    const options = await optionsOf(rule, setting === true ? {} : setting, document, holder);
    if ("problems" in options) problems.push(...options.problems);
    else active.push({ rule, options: options.output });
  }
  // What makes rules of a project's own is loaded only for a project that has some.
  const custom =
    raw.custom.length > 0 ? await customRules(raw.custom, document, await kinds(), rules) : { active: [], problems: [] };
  problems.push(...custom.problems);
  if (problems.length > 0) throw new CannotCheck([...new Set(problems)].join("\n"));
  return { ignore: raw.ignore, incidents: raw.incidents, active: [...active, ...custom.active] };
}

/** What the configuration says about a rule, and under which rule's name. */
function settingOf(rule: Rule, raw: RawConfig) {
  const own = raw.rules[rule.id];
  const shared = rule.optionsFrom === undefined ? undefined : raw.rules[rule.optionsFrom];
  const borrows = rule.optionsFrom !== undefined && typeof shared === "object" && (own === undefined || own === true);
  return borrows ? ([shared, rule.optionsFrom] as const) : ([own ?? rule.preview !== true, rule.id] as const);
}

async function optionsOf(rule: Rule, given: unknown, document: DataDocument = nowhere, holder = rule.id) {
  if (rule.options) return validate(rule.options, given, document, ["rules", holder]);
  const keys = typeof given === "object" && given !== null ? Object.keys(given) : [];
  if (keys.length === 0) return { output: {} };
  return { problems: keys.map((key) => `${document.where(["rules", rule.id, key], "key")} ${rule.id} has no options`) };
}

import { recordOf } from "../../record.ts";
import {
  allowedAt,
  allowedBelow,
  allowedWhere,
  nothingTaken,
  patternOf,
  together,
  unusable,
  type Known,
  type Taken,
} from "./taken.ts";
import { entriesOf, textsOf, textOf, type Entry } from "./fields.ts";

/** A baseline of detect-secrets: what it lists, where failcheck finds it too; its hashes are unsalted and not taken over. */
export function fromDetectSecrets(file: string, data: unknown, known: readonly Known[]): Taken {
  const baseline = recordOf(data) ?? {};
  const results = Object.entries(recordOf(baseline.results) ?? {});
  return together([
    ...results.flatMap(([path, entries]) => entriesOf(entries).map((entry) => entryOf(file, path, entry, known))),
    ...entriesOf(baseline.filters_used).map((filter) => filterOf(file, filter, known)),
    ...entriesOf(baseline.plugins_used).map((plugin) => pluginOf(file, plugin)),
  ]);
}

function entryOf(file: string, path: string, entry: Entry, known: readonly Known[]): Taken {
  const line = Number(entry.line_number);
  const type = textOf(entry.type, "secret");
  if (entry.is_secret === true) return nothingTaken(`${path}:${line}: audited as a secret (${type}): rotate it`);
  const audited = entry.is_secret === false ? "audited as no secret" : "listed";
  return allowedAt(known, path, line, `${audited} as ${type} in ${file}`);
}

function filterOf(file: string, filter: Entry, known: readonly Known[]): Taken {
  const path = textOf(filter.path, "without a path");
  // The filters by word lists and by gibberish have the same names in files of their own.
  const name = path.startsWith("detect_secrets.filters.regex.") ? path.slice(path.lastIndexOf(".") + 1) : "";
  const patterns = textsOf(Array.isArray(filter.pattern) ? filter.pattern : [filter.pattern]);
  const reason = `excluded in ${file}`;
  if (name === "should_exclude_file")
    return together(patterns.map((pattern) => allowedBelow(known, pattern, compiled(pattern), { where: file, reason })));
  if (name !== "should_exclude_line" && name !== "should_exclude_secret")
    return nothingTaken(`${file}: filter ${path}: failcheck judges placeholders, references and hashes by itself`);
  return together(
    patterns.map((pattern) => {
      const test = compiled(pattern);
      if (test === undefined) return nothingTaken(`${file}: ${pattern} ${unusable}`);
      const condition = `${file}: failcheck allows findings and paths, no pattern ${pattern}`;
      const isLine = name === "should_exclude_line";
      return allowedWhere(known, ({ secret, text }) => test.test(isLine ? text : secret), { condition, reason });
    }),
  );
}

/** What Python writes, as far as JavaScript writes it alike. */
function compiled(pattern: string): RegExp | undefined {
  return patternOf(pattern.replace(/\(\?P</g, "(?<").replace(/\\Z/g, "$"), "u");
}

function pluginOf(file: string, plugin: Entry): Taken {
  const name = textOf(plugin.name, textOf(plugin.path, "without a name"));
  const why =
    plugin.path === undefined ? "failcheck's own kinds take its place" : "it is a program; write an entry of kind secret";
  return nothingTaken(`${file}: plugin ${name}: ${why}`);
}

import { recordOf } from "../../record.ts";
import { globsOf } from "./path-pattern.ts";
import { allowedAt, allowedPaths, nothingTaken, together, type Known, type Taken } from "./taken.ts";
import { entriesOf, textsOf, textOf, type Entry } from "./fields.ts";

/** A baseline of detect-secrets: what it lists, where failcheck finds it too; its hashes are unsalted and not taken over. */
export function fromDetectSecrets(file: string, data: unknown, known: readonly Known[]): Taken {
  const baseline = recordOf(data) ?? {};
  const results = Object.entries(recordOf(baseline.results) ?? {});
  return together([
    ...results.flatMap(([path, entries]) => entriesOf(entries).map((entry) => entryOf(file, path, entry, known))),
    ...entriesOf(baseline.filters_used).map((filter) => filterOf(file, filter)),
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

function filterOf(file: string, filter: Entry): Taken {
  const path = textOf(filter.path, "without a path");
  if (!path.endsWith("regex.should_exclude_file"))
    return nothingTaken(`${file}: filter ${path}: failcheck judges placeholders, references and hashes by itself`);
  const patterns = Array.isArray(filter.pattern) ? textsOf(filter.pattern) : [textOf(filter.pattern, "")];
  return together(
    patterns.map((pattern) => {
      const globs = globsOf(pattern);
      if (globs === undefined) return nothingTaken(`${file}: the excluded path ${pattern} is no glob`);
      return { custom: [], allowances: allowedPaths(globs, `excluded in ${file}`), left: [] };
    }),
  );
}

function pluginOf(file: string, plugin: Entry): Taken {
  const name = textOf(plugin.name, textOf(plugin.path, "without a name"));
  const why =
    plugin.path === undefined ? "failcheck's own kinds take its place" : "it is a program; write an entry of kind secret";
  return nothingTaken(`${file}: plugin ${name}: ${why}`);
}

import { recordOf } from "../../record.ts";
import { customSecret } from "./custom-secret.ts";
import {
  allowedPaths,
  allowedWhere,
  listed,
  nothingTaken,
  patternOf,
  together,
  unusable,
  type Known,
  type Taken,
} from "./taken.ts";
import { entriesOf, textsOf, textOf, type Entry } from "./fields.ts";

/** secretlint's rc: its own patterns as entries of `custom:`; the rest is built in, or said to be left. */
export function fromSecretlint(file: string, data: unknown, known: readonly Known[]): Taken {
  return together(entriesOf(recordOf(data)?.rules).map((rule) => ruleOf(file, rule, known)));
}

/** `.secretlintignore`: globs, as in .gitignore. */
export function fromSecretlintIgnore(file: string, text: string): Taken {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return together(
    lines
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        if (line.startsWith("!")) return nothingTaken(`${file}: ${line}: an allowance has no exceptions`);
        const inner = line.replace(/^\//, "").replace(/\/$/, "/**");
        const glob = /\/./.test(line.slice(0, -1)) || line.startsWith("**") ? inner : `**/${inner}`;
        return { custom: [], allowances: allowedPaths([glob], `ignored in ${file}`), left: [] };
      }),
  );
}

function ruleOf(file: string, rule: Entry, known: readonly Known[]): Taken {
  const id = textOf(rule.id, "without an id");
  const where = `${file}: rule ${id}`;
  const options = recordOf(rule.options) ?? {};
  const messages = textsOf(rule.allowMessageIds);
  return together([
    nothingTaken(
      ...(rule.disabled === true ? [`${where}: disabled; failcheck has no switch for one kind`] : []),
      ...(messages.length === 0 ? [] : [`${where}: allows ${listed(messages)}: allow what is found, each with a reason`]),
    ),
    ...textsOf(options.allows).map((text) => allowedText(file, where, text, known)),
    ...(id.endsWith("-pattern")
      ? entriesOf(options.patterns).flatMap((entry) => patternsOf(where, entry))
      : [nothingTaken(`${where}: built in`)]),
    // A preset holds the options of its rules.
    ...entriesOf(rule.rules).map((inner) => ruleOf(file, inner, known)),
  ]);
}

/** A text, or a regular expression between slashes, that secretlint lets pass wherever it stands. */
function allowedText(file: string, where: string, text: string, known: readonly Known[]): Taken {
  const [, source, flags = ""] = literal.exec(text) ?? [];
  const condition = `${where}: failcheck allows findings and paths, not ${text}`;
  const told = { condition, reason: `allowed in ${file}` };
  if (source === undefined) return allowedWhere(known, ({ secret }) => secret.includes(text), told);
  const pattern = patternOf(source, flags.replace(/[gy]/g, ""));
  return pattern === undefined
    ? nothingTaken(`${where}: ${text} ${unusable}`)
    : allowedWhere(known, ({ secret }) => pattern.test(secret), told);
}

/** `/mykey/i` matches, `mykey` does not. */
const literal = /^\/(.*)\/([a-z]*)$/s;

function patternsOf(where: string, entry: Entry): readonly Taken[] {
  const name = textOf(entry.name, "pattern")
    .replace(/[^\w-]+/g, "-")
    .slice(0, 50);
  const patterns = typeof entry.pattern === "string" ? [entry.pattern] : textsOf(entry.patterns);
  return patterns.map((text, index) => {
    const [, source = text, flags = ""] = literal.exec(text) ?? [];
    const id = `secretlint/${index === 0 ? name : `${name}-${index + 1}`}`;
    return customSecret({ where: `${where}, ${name}`, id, pattern: source, ignoreCase: flags.includes("i") });
  });
}

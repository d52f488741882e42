import { recordOf } from "../../record.ts";
import { customSecret } from "./custom-secret.ts";
import { allowedPaths, nothingTaken, together, type Taken } from "./taken.ts";
import { entriesOf, textsOf, textOf, type Entry } from "./fields.ts";

/** secretlint's rc: its own patterns as entries of `custom:`; the rest is built in, or said to be left. */
export function fromSecretlint(file: string, data: unknown): Taken {
  return together(entriesOf(recordOf(data)?.rules).map((rule) => ruleOf(file, rule)));
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

function ruleOf(file: string, rule: Entry): Taken {
  const id = textOf(rule.id, "without an id");
  const where = `${file}: rule ${id}`;
  const options = recordOf(rule.options) ?? {};
  const left = [
    ...(rule.disabled === true ? [`${where}: disabled; failcheck has no switch for one kind`] : []),
    ...textsOf(options.allows).map((pattern) => `${where}: allows ${pattern}: failcheck allows findings and paths, not patterns`),
    ...textsOf(rule.allowMessageIds).map((message) => `${where}: allows ${message}: allow what is found, each with a reason`),
  ];
  if (!id.endsWith("-pattern")) return nothingTaken(`${where}: built in`, ...left);
  return together([nothingTaken(...left), ...entriesOf(options.patterns).flatMap((entry) => patternsOf(where, entry))]);
}

function patternsOf(where: string, entry: Entry): readonly Taken[] {
  const name = textOf(entry.name, "pattern")
    .replace(/[^\w-]+/g, "-")
    .slice(0, 50);
  const patterns = typeof entry.pattern === "string" ? [entry.pattern] : textsOf(entry.patterns);
  return patterns.map((text, index) => {
    const [, source = text, flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(text) ?? [];
    const id = `secretlint/${index === 0 ? name : `${name}-${index + 1}`}`;
    return customSecret({ where: `${where}, ${name}`, id, pattern: source, ignoreCase: flags.includes("i") });
  });
}

import { kinds } from "@failcheck/check-secrets/catalogue";
import { CannotCheck } from "@failcheck/core";
import { parse } from "smol-toml";
import { recordOf } from "../../record.ts";
import { customSecret } from "./custom-secret.ts";
import { fromGo } from "./go-pattern.ts";
import { globsOf } from "./path-pattern.ts";
import {
  allowedAt,
  allowedBelow,
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

const builtIn = new Set(kinds.map(({ kind }) => kind.kind));

/** A gitleaks configuration: its rules as entries of `custom:`, the paths of its allowlists as allowances. */
export function fromGitleaks(file: string, text: string, known: readonly Known[]): Taken {
  const config = recordOf(parsed(file, text)) ?? {};
  const extend = recordOf(config.extend) ?? {};
  return together([
    ...(extend.useDefault === true
      ? [nothingTaken(`${file}: useDefault: failcheck's own catalogue takes the place of gitleaks' rules`)]
      : []),
    ...(typeof extend.path === "string"
      ? [nothingTaken(`${file}: extends ${extend.path}: run init --from ${extend.path} too`)]
      : []),
    ...textsOf(extend.disabledRules).map((id) =>
      nothingTaken(`${file}: disabled rule ${id}: failcheck has no switch for one kind; allow its findings, each with a reason`),
    ),
    ...entriesOf(config.rules).map((rule) => ruleOf(file, rule)),
    ...allowlists(config).map((list) => globalList(file, list, known)),
  ]);
}

/** `.gitleaksignore`: a fingerprint a line, `file:rule:line`, with the commit before it where history was meant. */
export function fromGitleaksIgnore(file: string, text: string, known: readonly Known[]): Taken {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return together(
    lines
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const [, commit, path = "", rule = "", number = ""] = /^(?:([0-9a-f]{40}):)?(.+):([\w.-]+):(\d+)$/.exec(line) ?? [];
        if (path === "") return nothingTaken(`${file}: ${line} is no fingerprint of gitleaks`);
        const taken = allowedAt(known, path, Number(number), `ignored as ${rule} in ${file}`);
        if (taken.allowances.length > 0 || commit === undefined) return taken;
        return nothingTaken(
          `${path}:${number} in commit ${commit.slice(0, 12)}: gone from the tree; failcheck history tells what to rotate`,
        );
      }),
  );
}

function parsed(file: string, text: string): unknown {
  try {
    // Its tables have no prototype, as those of JSON have.
    return JSON.parse(JSON.stringify(parse(text)));
  } catch {
    throw new CannotCheck(`${file} is no TOML, so nothing was taken over from it.`);
  }
}

function ruleOf(file: string, rule: Entry): Taken {
  const id = textOf(rule.id, "without an id");
  const where = `${file}: rule ${id}`;
  const notes = together(allowlists(rule).map((list) => listOfRule(`${where}: allowlist`, list)));
  if (builtIn.has(id)) return together([nothingTaken(`${where}: built in`), notes]);
  if (typeof rule.regex !== "string")
    return nothingTaken(`${where}: it names files and no content; keep such files out with .gitignore`);
  const rewritten = fromGo(rule.regex);
  if ("why" in rewritten) return together([nothingTaken(`${where}: ${rewritten.why}`), notes]);
  const paths = typeof rule.path === "string" ? globsOf(rule.path) : undefined;
  const taken = customSecret({
    where,
    id: `gitleaks/${id.replace(/[^\w-]/g, "-").slice(0, 60)}`,
    pattern: withGroup(rewritten.pattern, Number(rule.secretGroup ?? 0)),
    ignoreCase: rewritten.ignoreCase,
    ...(typeof rule.entropy === "number" ? { entropy: rule.entropy } : {}),
    ...(paths === undefined ? {} : { paths }),
  });
  const wide =
    typeof rule.path === "string" && paths === undefined
      ? [nothingTaken(`${where}: its path is no glob, so it holds everywhere`)]
      : [];
  return together([taken, ...wide, notes]);
}

/** The pattern in which the wanted group is the only one; failcheck takes the first. */
function withGroup(pattern: string, wanted: number): string {
  if (wanted < 2) return pattern;
  let group = 0;
  return pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?<\w+>/g, (found) => {
    if (!found.startsWith("(")) return found;
    group += 1;
    return group === wanted ? found : "(?:";
  });
}

/** A list for the whole configuration: what it lets pass today is allowed. */
function globalList(file: string, list: Entry, known: readonly Known[]): Taken {
  const where = `${file}: allowlist`;
  const reason = textOf(list.description, "allowed in gitleaks' configuration");
  if (textsOf(list.targetRules).length > 0 || list.condition === "AND") return listOfRule(where, list);
  const commits = textsOf(list.commits);
  return together([
    ...textsOf(list.paths).map((pattern) => allowedBelow(known, pattern, compiled(pattern), { where, reason })),
    ...textsOf(list.regexes).map((pattern) => {
      const condition = `${where}: failcheck allows findings and paths, no pattern ${pattern}`;
      const test = compiled(pattern);
      if (test === undefined) return nothingTaken(`${where}: ${pattern} ${unusable}`);
      const isLine = list.regexTarget === "line";
      return allowedWhere(known, ({ secret, text }) => test.test(isLine ? text : secret), { condition, reason });
    }),
    ...textsOf(list.stopwords).map((word) => {
      const condition = `${where}: failcheck allows findings and paths, no word ${word}`;
      return allowedWhere(known, ({ secret }) => secret.toLowerCase().includes(word.toLowerCase()), { condition, reason });
    }),
    ...(commits.length === 0
      ? []
      : [nothingTaken(`${where}: commits ${listed(commits)}: failcheck allows findings, not commits`)]),
  ]);
}

/** A list for some rules alone: failcheck's own kinds judge placeholders by themselves, and allow no texts. */
function listOfRule(where: string, list: Entry): Taken {
  const left = ["paths", "regexes", "stopwords", "commits"].flatMap((key) => {
    const texts = textsOf(list[key]);
    if (texts.length === 0) return [];
    return [
      `${where}: ${key} ${listed(texts)}: failcheck allows findings and paths for all kinds alike; allow what is found, each with a reason`,
    ];
  });
  return nothingTaken(...left);
}

function compiled(pattern: string): RegExp | undefined {
  const go = fromGo(pattern);
  if ("why" in go) return undefined;
  return patternOf(go.pattern, go.ignoreCase ? "iu" : "u");
}

function allowlists(table: Entry): readonly Entry[] {
  return [...entriesOf(table.allowlists), ...(recordOf(table.allowlist) ? entriesOf([table.allowlist]) : [])];
}

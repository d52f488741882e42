import { kinds } from "@failcheck/check-secrets/catalogue";
import { CannotCheck } from "@failcheck/core";
import { parse } from "smol-toml";
import { recordOf } from "../../record.ts";
import { customSecret } from "./custom-secret.ts";
import { globsOf } from "./path-pattern.ts";
import { allowedAt, allowedPaths, nothingTaken, together, type Known, type Taken } from "./taken.ts";
import { entriesOf, textsOf, textOf, type Entry } from "./fields.ts";

const builtIn = new Set(kinds.map(({ kind }) => kind.kind));

/** A gitleaks configuration: its rules as entries of `custom:`, the paths of its allowlists as allowances. */
export function fromGitleaks(file: string, text: string): Taken {
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
    ...allowlists(config).map((list) => allowentriesOf(`${file}: allowlist`, list)),
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
  const lists = allowlists(rule).map((list) => allowentriesOf(`${where}: allowlist`, list));
  const notes = together(lists.map(({ left }) => nothingTaken(...left)));
  if (builtIn.has(id)) return together([nothingTaken(`${where}: built in`), notes]);
  if (typeof rule.regex !== "string")
    return nothingTaken(`${where}: it names files and no content; keep such files out with .gitignore`);
  const paths = typeof rule.path === "string" ? globsOf(rule.path) : undefined;
  const taken = customSecret({
    where,
    id: `gitleaks/${id.replace(/[^\w-]/g, "-").slice(0, 60)}`,
    pattern: withGroup(rule.regex.replace(/\(\?i\)/g, "").replace(/\(\?P</g, "(?<"), Number(rule.secretGroup ?? 0)),
    ignoreCase: rule.regex.includes("(?i"),
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
  const plain = pattern.replace(/\(\?i:/g, "(?:");
  if (wanted < 2) return plain;
  let group = 0;
  return plain.replace(/\\.|\((?!\?)|\(\?<\w+>/g, (found) => {
    if (!found.startsWith("(")) return found;
    group += 1;
    return group === wanted ? found : "(?:";
  });
}

function allowentriesOf(where: string, list: Entry): Taken {
  const reason = textOf(list.description, "allowed in gitleaks' configuration");
  const left: string[] = [];
  const allowances = textsOf(list.paths).flatMap((pattern) => {
    const globs = globsOf(pattern);
    if (globs === undefined) left.push(`${where}: the path ${pattern} is no glob; allow the findings there by fingerprint`);
    return allowedPaths(globs ?? [], reason);
  });
  for (const key of ["regexes", "stopwords", "commits"]) {
    for (const value of textsOf(list[key]))
      left.push(
        `${where}: ${key} ${value}: failcheck allows findings and paths, not ${key}; allow what is found, each with a reason`,
      );
  }
  return { custom: [], allowances, left };
}

function allowlists(table: Entry): readonly Entry[] {
  return [...entriesOf(table.allowlists), ...(recordOf(table.allowlist) ? entriesOf([table.allowlist]) : [])];
}

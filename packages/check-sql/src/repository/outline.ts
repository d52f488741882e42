import type { SourceFile } from "@failcheck/core";

/** Something that a file gives a name to and that holds rows: a view, a table, a class or constant that stands for a table. */
export interface Definition {
  readonly kind: "view" | "table" | "model" | "dbt";
  readonly name: string;
  /** The words of its definition in lower case; of a model, the table that it stands for. */
  readonly words: readonly string[];
}

/** What a file defines, found without a parser, so that a whole repository can be looked through. */
export interface Outline {
  readonly definitions: readonly Definition[];
  /** Tables that get further columns later. */
  readonly altered: readonly string[];
}

/** Names the facts and their version. */
export const outlineKey = "sql-outline-3";

const nothing: Outline = { definitions: [], altered: [] };

/** `name`, `"name"`, `schema.name`; the last part is what counts. */
const name = String.raw`((?:["\x60[]?[\w$]{1,63}["\x60\]]?\s?\.\s?){0,2}["\x60[]?[\w$]{1,63})`;

/** Matches `CREATE OR REPLACE VIEW titan.done`, `create table if not exists jobs`; not `create index jobs_id`. */
const created = new RegExp(
  String.raw`\bcreate\s{1,9}(?:or\s{1,9}replace\s{1,9})?(?:temp(?:orary)?\s{1,9}|unlogged\s{1,9}|recursive\s{1,9})?(materialized\s{1,9}view|view|table)\s{1,9}(?:if\s{1,9}not\s{1,9}exists\s{1,9})?${name}`,
  "gi",
);

/** Matches `ALTER TABLE titan.jobs ADD COLUMN`, not `ALTER TABLE jobs DROP`. */
const altered = new RegExp(
  String.raw`\balter\s{1,9}table\s{1,9}(?:only\s{1,9}|if\s{1,9}exists\s{1,9})*${name}["\x60\]]?\s{1,9}add\b`,
  "gi",
);

/** Matches `__tablename__ = "jobs"` and Django's `db_table = 'titan"."jobs'`. */
const mapped = /(?:__tablename__|\bdb_table)\s{0,9}(?::[^=\n]{0,60})?=\s{0,9}["']([\w."\\]{1,130})["']/g;

/** Matches Django's `app_label = "titan"`, which gives the class `Job` the table `titan_job`. */
const labelled = /\bapp_label\s{0,9}=\s{0,9}["'](\w{1,63})["']/g;

/** Matches `jobs = Table("jobs"` and `const jobs = titan.table("jobs"`. */
const tabled =
  /([\w$]{1,63})\s{0,9}=\s{0,9}(?:[\w$]{1,63}\.)?(?:Table|table|pgTable|mysqlTable|sqliteTable)\(\s{0,99}["'`]([\w.]{1,130})["'`]/g;

/** Matches `class Job`. */
const classes = /\bclass\s{1,9}(\w{1,63})/g;

const word = /[\p{L}_][\p{L}\p{N}_]{0,62}/gu;
const longest = 6000;

/** Matches `{{ ref('jobs') }}`, `{{ source("titan", "jobs") }}` and `{{ config(`: dbt makes a view of such a file's query. */
const dbt = /\{\{-?\s{0,99}(?:ref|source|config)\s{0,9}\(/;

/** The name that dbt gives the view: that of the file. */
function dbtModel({ path, text }: SourceFile): Definition[] {
  const own = /(?:^|\/)(\w{1,63})\.sql$/.exec(path)?.[1];
  if (own === undefined || !dbt.test(text)) return [];
  const words = new Set(text.slice(0, longest).toLowerCase().match(word));
  return [{ kind: "dbt", name: own.toLowerCase(), words: [...words] }];
}

export function outlineOf(file: SourceFile): Outline {
  const { text } = file;
  const definitions: Definition[] = dbtModel(file);
  if (!/create|alter|table|app_label/i.test(text)) return definitions.length === 0 ? nothing : { definitions, altered: [] };
  for (const found of text.matchAll(created)) {
    const body = text.slice(found.index, found.index + longest).split(";", 1)[0] ?? "";
    const words = new Set(body.toLowerCase().match(word));
    const kind = found[1]?.toLowerCase() === "table" ? "table" : "view";
    definitions.push({ kind, name: lastPart(found[2]), words: [...words] });
  }
  for (const found of text.matchAll(mapped)) {
    const holder = holderOf(text, found.index);
    if (holder !== undefined) definitions.push({ kind: "model", name: holder, words: [lastPart(found[1])] });
  }
  for (const found of text.matchAll(labelled)) {
    const holder = holderOf(text, found.index);
    if (holder !== undefined)
      definitions.push({ kind: "model", name: holder, words: [`${found[1] ?? ""}_${holder}`.toLowerCase()] });
  }
  for (const found of text.matchAll(tabled))
    definitions.push({ kind: "model", name: found[1] ?? "", words: [lastPart(found[2])] });
  return { definitions, altered: [...text.matchAll(altered)].map((found) => lastPart(found[1])) };
}

/** The class around a place; `Meta` is a part of the one before it. */
function holderOf(text: string, place: number): string | undefined {
  const names = [...text.slice(Math.max(0, place - 4000), place).matchAll(classes)].map((found) => found[1]);
  return names.findLast((name) => name !== "Meta");
}

function lastPart(name: string | undefined): string {
  return (
    (name ?? "")
      .split(".")
      .at(-1)
      ?.replaceAll(/["`[\]\s\\]/g, "")
      .toLowerCase() ?? ""
  );
}

/** The names that stand for rows of these tables, however many steps away. */
export function derivedNames(
  outlines: readonly Outline[],
  tables: readonly string[],
): { views: Set<string>; models: Set<string> } {
  const views = new Set<string>();
  const models = new Set<string>();
  const known = new Set(tables);
  const all = outlines.flatMap(({ definitions }) => definitions);
  for (let before = -1; before < known.size;) {
    before = known.size;
    for (const definition of all) {
      if (definition.kind === "model" || known.has(definition.name)) continue;
      if (!definition.words.some((one) => known.has(one))) continue;
      known.add(definition.name);
      views.add(definition.name);
    }
  }
  for (const { kind, name: own, words } of all) if (kind === "model" && words.some((one) => known.has(one))) models.add(own);
  return { views, models };
}

import { dialects } from "@failcheck/languages/sql";
import * as v from "valibot";
import type { Policy, RevenueTable } from "./policy.ts";
import { readRequirement } from "./requirement.ts";
import type { Requirement } from "./requirement.ts";

const names = v.array(v.pipe(v.string(), v.nonEmpty()));

const table = v.object({
  columns: v.pipe(
    names,
    v.minLength(1, "name at least one column that holds revenue"),
    v.description("The columns that hold revenue."),
  ),
  key: v.optional(v.pipe(v.union([v.string(), names]), v.description("The columns that identify a row, each by itself.")), []),
  notNull: v.optional(v.pipe(names, v.description("Further columns that are never NULL.")), []),
  status: v.optional(v.pipe(v.string(), v.description("The status column, where it differs from the one in `require`.")), ""),
});

/** The options of the rules about revenue. */
export const revenueOptions = v.pipe(
  v.object({
    tables: v.optional(
      v.pipe(
        v.record(v.string(), table),
        v.description("The tables that hold revenue, as `schema.table` or `table`, each with its `columns` and `key`."),
      ),
      {},
    ),
    require: v.optional(
      v.pipe(
        v.string(),
        v.description("What every counted row must fulfil, as SQL: conditions on the status column, joined by AND."),
      ),
      "",
    ),
    searchPath: v.optional(v.pipe(names, v.description("The schemas in which a bare table name is looked for.")), ["public"]),
    views: v.optional(
      v.pipe(v.record(v.string(), v.picklist(["trusted"])), v.description("Views that need no filter, because they have it.")),
      {},
    ),
    functions: v.optional(v.pipe(names, v.description("Functions that say whether a status may be counted.")), []),
    dialect: v.optional(v.pipe(v.picklist(dialects), v.description("The dialect that the SQL is written in.")), "postgres"),
    mode: v.optional(
      v.pipe(
        v.picklist(["semantic", "strict"]),
        v.description("`strict` wants each condition of `require` in the text, even one that another implies."),
      ),
      "semantic",
    ),
    caseInsensitive: v.optional(
      v.pipe(v.boolean(), v.description("Whether `Completed` and `completed` are the same status.")),
      true,
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const problem = problemOf(dataset.value);
    if (problem === undefined) return;
    const { require } = dataset.value;
    addIssue({
      message: problem,
      path: [{ type: "object", origin: "value", input: { ...dataset.value }, key: "require", value: require }],
    });
  }),
);

interface Given {
  readonly tables: Readonly<Record<string, { readonly status: string }>>;
  readonly require: string;
  readonly caseInsensitive: boolean;
}

function problemOf({ tables, require, caseInsensitive }: Given): string | undefined {
  if (Object.keys(tables).length === 0) return undefined;
  const read = require === "" ? "say what a counted row must fulfil" : readRequirement(require, caseInsensitive);
  return typeof read === "string" ? read : misnamed(read, Object.values(tables));
}

export type RevenueOptions = v.InferOutput<typeof revenueOptions>;

/** A status column that no table has. */
function misnamed({ column }: Requirement, tables: readonly { readonly status: string }[]): string | undefined {
  if (tables.some(({ status }) => status === "" || status === column)) return undefined;
  return `no table has the column ${column}`;
}

/** What the options mean; undefined where nothing is configured. */
export function policyOf(options: RevenueOptions): Policy | undefined {
  const requirement = readRequirement(options.require, options.caseInsensitive);
  if (typeof requirement === "string") return undefined;
  const tables = Object.entries(options.tables).map(([given, entry]): RevenueTable => {
    const name = options.dialect === "postgres" ? given : given.toLowerCase();
    const folded = (column: string): string => (options.dialect === "postgres" ? column : column.toLowerCase());
    const dot = name.lastIndexOf(".");
    const keys = (typeof entry.key === "string" ? [entry.key] : entry.key).map(folded);
    return {
      schema: dot < 0 ? undefined : name.slice(0, dot),
      name: name.slice(dot + 1),
      revenue: new Set(entry.columns.map(folded)),
      status: folded(entry.status === "" ? requirement.column : entry.status),
      keys: new Set(keys),
      notNull: new Set([...keys, ...entry.notNull.map(folded)]),
      columns: undefined,
    };
  });
  return {
    tables,
    requirement,
    searchPath: options.searchPath,
    strict: options.mode === "strict",
    views: options.views,
    functions: new Set(options.functions),
  };
}

/** The bare names of the tables: a file that has none of them cannot speak of revenue. */
export function tableNames(options: RevenueOptions): string[] {
  return Object.keys(options.tables).map((name) => name.slice(name.lastIndexOf(".") + 1).toLowerCase());
}

import type { Range } from "@failcheck/core";
import type { Expression } from "../expression.ts";
import type { Alias, JoinSource, Query, Select, SetOperation, Source, TableName, Target, With } from "../query.ts";
import { readOrder, readWindow } from "./expression.ts";
import { isNode, listAt, nameIn, nodeAt, textAt } from "./node.ts";
import type { ForeignNode } from "./node.ts";
import type { ForeignReader } from "./reader.ts";

const selectKeys =
  "with columns distinct from where groupby having qualify orderby limit top into window parentheses_symbol set_op _next locking_read".split(
    " ",
  );

/** A SELECT, with what UNION and its like put after it. */
export function readForeignQuery(reader: ForeignReader, value: unknown): Query {
  if (!isNode(value) || value.type !== "select") {
    reader.strange(`the ${isNode(value) ? (textAt(value, "type") ?? "query") : "query"} in it`);
    return select(reader, {}, [0, 0]);
  }
  const parts: { readonly node: ForeignNode; readonly operator: string }[] = [];
  let operator = "";
  for (let node: ForeignNode | undefined = value; node !== undefined; node = nodeAt(node, "_next")) {
    parts.push({ node, operator });
    operator = (textAt(node, "set_op") ?? "").toLowerCase();
  }
  if (parts.length === 1) return readSelect(reader, value);
  return combined(reader, parts);
}

/** INTERSECT binds closer; what is sorted and cut at the end is the whole. */
function combined(reader: ForeignReader, parts: readonly { readonly node: ForeignNode; readonly operator: string }[]): Query {
  const last = parts.at(-1)?.node ?? {};
  const whole = last.parentheses_symbol !== true;
  const groups: Query[][] = [];
  const operators: string[] = [];
  for (const { node, operator } of parts) {
    const bare = node === last && whole ? { ...node, orderby: null, limit: null } : node;
    const query = readSelect(reader, bare);
    if (operator.startsWith("intersect")) groups.at(-1)?.push(query);
    else {
      if (groups.length > 0) operators.push(operator);
      groups.push([query]);
    }
  }
  const [first, ...rest] = groups.map((group) => chain(group, () => "intersect"));
  const found = chain(first === undefined ? [] : [first, ...rest], (index) => operators[index] ?? "union");
  const common = (parts[0]?.node.with === undefined ? [] : readWith(reader, parts[0].node)) satisfies readonly With[];
  return {
    ...found,
    with: common,
    order: whole ? readOrder(reader, listAt(last, "orderby")) : [],
    limit: whole ? limitOf(last, found.at) : undefined,
  };
}

function chain(queries: readonly Query[], operatorAt: (index: number) => string): Query {
  const [first, ...rest] = queries;
  let found = first ?? emptySelect([0, 0]);
  rest.forEach((right, index) => {
    const operator = operatorAt(index);
    found = {
      kind: "set",
      ...base(found.at),
      operator: operator.startsWith("intersect") ? "intersect" : /^(?:except|minus)/.test(operator) ? "except" : "union",
      all: operator.endsWith("all"),
      left: found,
      right,
    } satisfies SetOperation;
  });
  return found;
}

function base(at: Range) {
  return { at, with: [], recursive: false, order: [], limit: undefined, offset: undefined };
}

function emptySelect(at: Range): Select {
  const nothing = { where: undefined, having: undefined, distinct: false, superGroups: false };
  return { kind: "select", ...base(at), ...nothing, targets: [], from: [], group: [], windows: [] };
}

function readSelect(reader: ForeignReader, node: ForeignNode): Select {
  reader.only(node, selectKeys);
  const [first] = listAt(node, "columns");
  return select(reader, node, reader.at(isNode(first) ? (first.expr ?? first) : node));
}

function select(reader: ForeignReader, node: ForeignNode, at: Range): Select {
  const optional = (value: unknown): Expression | undefined => (isNode(value) ? reader.expression(value) : undefined);
  const having = optional(nodeAt(node, "having") ?? listAt(node, "having")[0]);
  const qualify = optional(node.qualify);
  const both = having === undefined ? qualify : qualify === undefined ? having : junction(having, qualify);
  return {
    ...emptySelect(at),
    with: readWith(reader, node),
    recursive: listAt(node, "with").some((item) => isNode(item) && item.recursive === true),
    distinct: readDistinct(reader, node),
    targets: listAt(node, "columns").map((column) => readTarget(reader, column)),
    from: readFrom(reader, listAt(node, "from")),
    where: optional(node.where),
    ...readGroups(reader, node),
    having: both,
    order: readOrder(reader, listAt(node, "orderby")),
    limit: limitOf(node, at),
    windows: listAt(nodeAt(node, "window") ?? {}, "expr")
      .filter(isNode)
      .map((window) => readWindow(reader, nameIn(window.name), nodeAt(window, "as_window_specification") ?? {})),
  };
}

function junction(left: Expression, right: Expression): Expression {
  return { kind: "and", args: [left, right], at: left.at };
}

function limitOf(node: ForeignNode, at: Range): Expression | undefined {
  const cut = node.top ?? listAt(nodeAt(node, "limit") ?? {}, "value")[0];
  return cut === undefined || cut === null ? undefined : { kind: "literal", value: 1, at };
}

function readDistinct(reader: ForeignReader, node: ForeignNode): Select["distinct"] {
  const { distinct } = node;
  if (typeof distinct === "string") return distinct !== "";
  if (!isNode(distinct) || textAt(distinct, "type") === undefined) return false;
  const on = listAt(distinct, "columns").filter(isNode);
  return on.length === 0 ? true : on.map((column) => reader.expression(column.expr ?? column));
}

function readTarget(reader: ForeignReader, column: unknown): Target {
  const node = isNode(column) ? column : {};
  const value = column === "*" ? { type: "star" } : (node.expr ?? node);
  return { value: reader.expression(value), name: nameIn(node.as)?.toLowerCase() };
}

function readGroups(reader: ForeignReader, node: ForeignNode): Pick<Select, "group" | "superGroups"> {
  const groups = nodeAt(node, "groupby");
  const group = (groups === undefined ? listAt(node, "groupby") : listAt(groups, "columns")).map((item) =>
    reader.expression(item),
  );
  const rolled = group.some((item) => item.kind === "call" && /^(?:rollup|cube|grouping sets)$/.test(item.name));
  const plain = group.flatMap((item) => (item.kind === "call" && /^(?:rollup|cube)$/.test(item.name) ? item.args : [item]));
  const modified = groups !== undefined && listAt(groups, "modifiers").some((item) => isNode(item));
  return { group: plain, superGroups: rolled || modified };
}

function readWith(reader: ForeignReader, node: ForeignNode): With[] {
  return listAt(node, "with")
    .filter(isNode)
    .map((item) => {
      reader.only(item, ["name", "stmt", "columns", "recursive"]);
      const body = nodeAt(item, "stmt") ?? {};
      const columns = listAt(item, "columns").flatMap((column) => nameIn(column)?.toLowerCase() ?? []);
      return {
        name: nameIn(item.name)?.toLowerCase() ?? "",
        columns,
        body: { kind: "query", query: reader.query(body.ast ?? body) },
      };
    });
}

/** What FROM holds: each JOIN goes on with what stands before it, a comma begins anew. */
export function readFrom(reader: ForeignReader, items: readonly unknown[]): Source[] {
  const found: Source[] = [];
  for (const item of items) {
    if (!isNode(item) || item.type === "dual") continue;
    const join = textAt(item, "join")?.toUpperCase();
    const left = join === undefined ? undefined : found.pop();
    const right = readSource(reader, item);
    found.push(left === undefined || join === undefined ? right : readJoin(reader, item, join, left, right));
  }
  return found;
}

/** Joins that keep, drop or fill rows as in every dialect: matches `LEFT OUTER JOIN`, not `LEFT SEMI JOIN` or `CROSS APPLY`. */
const joins = /^(?:(?:inner|cross|left|right|full)(?: outer)? )?join$|^straight_join$/i;

function readJoin(reader: ForeignReader, item: ForeignNode, join: string, left: Source, right: Source): Source {
  const applies = right.kind === "derived" && /^(?:cross|outer) apply$/i.test(join);
  if (!joins.test(join) && !applies) reader.strange(join);
  const kept = applies && /^outer/i.test(join) ? "left" : /^(left|right|full)/i.exec(join)?.[1]?.toLowerCase();
  const type: JoinSource["type"] = kept === "left" || kept === "right" || kept === "full" ? kept : "inner";
  const using = listAt(item, "using").flatMap((name) => nameIn(name)?.toLowerCase() ?? []);
  const on = isNode(item.on) ? reader.expression(item.on) : undefined;
  return { kind: "join", type, natural: false, using, on, left, right, alias: undefined };
}

const sourceKeys = "db schema catalog table as join on using expr table_hint operator value ast".split(" ");

/** Words of joins that some builds take for an alias: `FROM a NATURAL JOIN b`. */
const noAlias = /^(?:natural|asof|anti|semi|global|any)$/i;

function readSource(reader: ForeignReader, item: ForeignNode): Source {
  reader.only(item, sourceKeys);
  const alias = readAlias(reader, item);
  const inner = nodeAt(item, "expr");
  if (inner?.ast !== undefined || inner?.type === "select") {
    const applied = textAt(item, "join")?.toUpperCase().endsWith("APPLY") === true;
    const lateral = applied || textAt(item, "prefix")?.toUpperCase() === "LATERAL";
    return { kind: "derived", lateral, query: reader.query(inner.ast ?? inner), alias };
  }
  if (inner?.type === "function") {
    const called = reader.expression(inner);
    if (called.kind === "call" && called.name === "lateral") reader.strange("LATERAL");
    return { kind: "function", calls: [called], alias };
  }
  if (typeof item.table === "string") return { kind: "table", table: readTableName(reader, item), alias };
  reader.strange("a source");
  return { kind: "unknown", what: textAt(inner ?? item, "type") ?? "in FROM", alias, at: reader.at(item) };
}

/** `t` and `t(a, b)`, which arrives as one word. */
const aliasText = /^([^(]{1,128})(?:\(([^()]{1,500})\))?$/;

function readAlias(reader: ForeignReader, item: ForeignNode): Alias | undefined {
  const text = nameIn(item.as);
  if (text === undefined) return undefined;
  if (noAlias.test(text)) reader.strange(text);
  const [, name = text, columns = ""] = aliasText.exec(text) ?? [];
  return { name: name.trim().toLowerCase(), columns: columns.split(",").flatMap((column) => column.trim().toLowerCase() || []) };
}

/** `titan.jobs`, and `project.titan.jobs` in one pair of backquotes. */
export function readTableName(reader: ForeignReader, item: ForeignNode): TableName {
  const own = nameIn(item.table) ?? nameIn(item.view) ?? "";
  const parts = [nameIn(item.schema) ?? nameIn(item.db), ...own.split(".")].flatMap((part) => part?.toLowerCase() ?? []);
  return { schema: parts.at(-2), name: parts.at(-1) ?? "", at: reader.at(item, own) };
}

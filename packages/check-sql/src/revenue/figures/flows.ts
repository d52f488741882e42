import type { Call, Expression } from "@failcheck/languages/sql";
import { isAggregate, keepsNulls } from "./aggregates.ts";
import { evaluate, truth } from "../expressions/evaluate.ts";
import type { Column, Context, Flow, Instance, Rows, Shape, Trail, World } from "../model.ts";
import { findColumn, findMember } from "../scopes/names.ts";
import { filterMask } from "../worlds/probes.ts";
import type { Mask } from "../worlds/probes.ts";
import { subqueryRelation } from "../expressions/subquery.ts";
import { mayPass } from "../worlds/together.ts";
import { both, isFalse, isTrue, mayBeSomething, mayCount, optionsOf } from "../expressions/value.ts";
import type { Truth, Value } from "../expressions/value.ts";
import { operandsOf } from "../expressions/walk.ts";
import { worldsOf } from "../worlds/worlds.ts";

/** The instances whose revenue columns a row's value is made of: what CASE and comparisons only look at does not count. */
export function originsOf(expression: Expression, context: Context): Instance[] {
  return [...new Set(origins(expression, context))];
}

function origins(expression: Expression, context: Context): readonly Instance[] {
  const of = (part: Expression): readonly Instance[] => origins(part, context);
  switch (expression.kind) {
    case "column":
      return findColumn(expression.path, context.scope)?.origins ?? [];
    case "hole":
      return anyOrigin(expression.text, context);
    case "star":
      return starColumns(expression.path, context).flatMap((column) => column.origins);
    case "case":
      return [...expression.branches.flatMap(({ then }) => of(then)), ...(expression.otherwise ? of(expression.otherwise) : [])];
    case "operation":
      return yieldsTruth.has(expression.name) ? [] : expression.args.flatMap(of);
    case "call":
      return isAggregate(expression) || expression.over !== undefined
        ? []
        : expression.args.filter(({ kind }) => kind !== "hole").flatMap(of);
    case "cast":
    case "access":
      return of(expression.arg);
    case "row":
    case "array":
      return expression.items.flatMap(of);
    case "opaque":
      return expression.args.flatMap(of);
    default:
      return [];
  }
}

/** A column that the program puts in may be any, so that it is revenue at the worst. */
function anyOrigin(text: string, { analysis, scope }: Context): readonly Instance[] {
  if (analysis.mode !== "worst") return [];
  analysis.doubts.add(`the text put in by ${text}`);
  return scope.members.flatMap((member) => member.columns.flatMap(({ origins: own }) => own));
}

const yieldsTruth = new Set(["=", "<>", "<", "<=", ">", ">=", "~", "~*", "!~", "!~*"]);

export function starColumns(path: readonly string[], { scope }: Context): readonly Column[] {
  const qualifier = path.at(-1);
  if (qualifier === undefined) return scope.members.flatMap((member) => member.columns);
  for (let here: typeof scope | undefined = scope; here !== undefined; here = here.outer) {
    const member = findMember(qualifier, path.at(-2), here);
    if (member !== undefined) return member.columns;
  }
  return [];
}

/** The figures in an expression: aggregates, window functions, sub-selects, and columns that hold figures. */
export function aggregatedFlows(expression: Expression, context: Context, rows: Rows): Flow[] {
  return promote(flowsOf(expression, context, rows));
}

/** The number of rows beside a figure is part of the figure: an average by hand. */
function promote(flows: readonly Flow[]): Flow[] {
  return flows.some((flow) => flow.weight === "revenue") ? flows.map((flow) => ({ ...flow, weight: "revenue" })) : [...flows];
}

/** Where all rows of a group have one status, their number matters in those groups alone that have a figure beside it. */
export function besideFigures(flows: readonly Flow[], figures: readonly Flow[], { parted = [] }: Context): Flow[] {
  const told = figures.filter((flow) => flow.weight === "revenue");
  return flows.map((flow) => {
    const here = told.filter(({ instance }) => instance === flow.instance);
    if (flow.weight !== "rows" || flow.sealed || here.length === 0 || !parted.includes(flow.instance)) return flow;
    let mask: Mask = 0n;
    for (const figure of here) mask |= figure.mask;
    return { ...flow, mask: flow.mask & mask };
  });
}

function flowsOf(expression: Expression, context: Context, rows: Rows): readonly Flow[] {
  switch (expression.kind) {
    case "column":
      return findColumn(expression.path, context.scope)?.flows ?? [];
    case "star":
      return starColumns(expression.path, context).flatMap((column) => column.flows);
    case "call":
      if (expression.over !== undefined) return windowFlows(expression, context, rows);
      if (isAggregate(expression)) return aggregateFlows(expression, context, rows);
      return promote(expression.args.flatMap((arg) => flowsOf(arg, context, rows)));
    case "subquery":
      return expression.use === "scalar" || expression.use === "array"
        ? subqueryFlows(expression, context, rows)
        : comparedFlows(expression, context, rows);
    case "case":
      return caseFlows(expression, context, rows);
    case "operation":
      if (expression.name === "/" && isNothing(expression.args[1], context, rows)) return [];
      return operationFlows(expression, context, rows);
    default:
      return promote(operandsOf(expression).flatMap((operand) => flowsOf(operand, context, rows)));
  }
}

function operationFlows({ name, args }: Extract<Expression, { kind: "operation" }>, context: Context, rows: Rows): Flow[] {
  const flows = args.flatMap((arg) => flowsOf(arg, context, rows));
  return promote(name === "/" || name === "*" ? besideFigures(flows, flows, context) : flows);
}

/** `NULLIF(COUNT(*) FILTER (WHERE …), 0)` where no row passes: what is divided by it is NULL. */
function isNothing(divisor: Expression | undefined, context: Context, rows: Rows): boolean {
  if (divisor?.kind !== "call" || divisor.name !== "nullif" || divisor.args[0]?.kind !== "call") return false;
  const [count] = divisor.args;
  if (count.name !== "count" || count.over !== undefined || rows.facts.size === 0) return false;
  return flowsOf(count, context, rows).some(({ mask }) => mask === 0n);
}

function caseFlows(expression: Extract<Expression, { kind: "case" }>, context: Context, rows: Rows): Flow[] {
  const found: Flow[] = [];
  const earlier: Expression[] = [];
  for (const { when, then } of expression.branches) {
    const reached = (world: World): boolean => taken(expression, when, earlier, context, world);
    found.push(...flowsOf(then, context, rows).map((flow) => limited(flow, reached)));
    found.push(...flowsOf(when, context, rows));
    earlier.push(when);
  }
  const { otherwise } = expression;
  if (otherwise === undefined) return found;
  const reached = (world: World): boolean => taken(expression, undefined, earlier, context, world);
  return [...found, ...flowsOf(otherwise, context, rows).map((flow) => limited(flow, reached))];
}

function limited(flow: Flow, reached: (world: World) => boolean): Flow {
  if (flow.sealed) return flow;
  return { ...flow, mask: filterMask(flow.mask, (probe) => reached({ members: [flow.instance], probe })) };
}

/** Whether a branch may be taken: its condition may be true, and no earlier one surely is. */
function taken(
  { arg }: Extract<Expression, { kind: "case" }>,
  when: Expression | undefined,
  earlier: readonly Expression[],
  context: Context,
  world: World,
): boolean {
  const holds = (condition: Expression): Truth => {
    if (arg === undefined) return truth(condition, context, world);
    return truth({ kind: "operation", name: "=", args: [arg, condition], at: condition.at }, context, world);
  };
  return earlier.every((condition) => holds(condition) !== isTrue) && (when === undefined || (holds(when) & isTrue) !== 0);
}

function subqueryFlows(expression: Extract<Expression, { kind: "subquery" }>, context: Context, rows: Rows): Flow[] {
  return subqueryRelation(expression, context).shapes.flatMap((shape) => {
    const [column] = shape.columns;
    if (column === undefined) return [];
    return asOwn([...outgoing(column, shape, context.analysis.universe.rows), ...shape.uses], shape, rows);
  });
}

/**
 * A row that a sub-select finds again by its key is a row of this query, and later conditions narrow it. That it is counted
 * there says nothing of any other row.
 */
function asOwn(flows: readonly Flow[], shape: Shape, rows: Rows): Flow[] {
  return flows.flatMap((flow) => {
    const pair = shape.same.find(
      ([one, other]) => (one === flow.instance && rows.facts.has(other)) || (other === flow.instance && rows.facts.has(one)),
    );
    if (pair === undefined) return [flow];
    return flow.weight === "rows" && !flow.sealed ? [] : [{ ...flow, instance: pair[0] === flow.instance ? pair[1] : pair[0] }];
  });
}

/** What a comparison with a sub-select looks at: figures in it count, single rows do not. */
function comparedFlows(expression: Extract<Expression, { kind: "subquery" }>, context: Context, rows: Rows): Flow[] {
  const inner = subqueryRelation(expression, context).shapes.flatMap((shape) => {
    const [column] = expression.left === undefined ? [] : shape.columns;
    return asOwn([...shape.uses, ...(column === undefined ? [] : settled(column.flows, shape.facts))], shape, rows);
  });
  return [...inner, ...(expression.left === undefined ? [] : flowsOf(expression.left, context, rows))];
}

/** The figures of a column with what its rows have gone through since. */
export function settled(flows: readonly Flow[], facts: ReadonlyMap<Instance, Mask>): Flow[] {
  if ([...facts.values()].includes(0n)) return [];
  return flows.map((flow) => (flow.sealed ? flow : { ...flow, mask: flow.mask & (facts.get(flow.instance) ?? ~0n) }));
}

/** Everything that leaves a query through a column: its figures, and its rows' own revenue. */
export function outgoing(column: Column, trail: Trail, all: Mask): Flow[] {
  const found = settled(column.flows, trail.facts);
  for (const instance of column.origins) {
    const tells = (world: World | undefined): Truth => someOf(column.evaluate(world), mayCount);
    const mask = filterMask(trail.facts.get(instance) ?? all, (probe) =>
      worldsOf(trail, instance, probe).some((world) => mayPass([...trail.filters, tells], world)),
    );
    found.push({ instance, mask, at: column.at ?? [0, 0], weight: "revenue", sealed: false });
  }
  return found;
}

function aggregateFlows(call: Call, context: Context, rows: Rows): Flow[] {
  const { filter, at } = call;
  const args = call.within ? [...call.args, ...call.order.map((order) => order.by)] : call.args;
  const passes = (world: World): boolean => filter === undefined || (truth(filter, context, world) & isTrue) !== 0;
  const contributes = (world: World | undefined): Truth => contribution(call, args, context, world);
  const found: Flow[] = args.flatMap((arg) => flowsOf(arg, context, rows)).map((flow) => limited(flow, passes));
  const own = new Set(args.flatMap((arg) => origins(arg, context)));
  const counted = own.size === 0 ? [...rows.facts.keys()].filter((instance) => !isBeside(instance, rows)) : [...own];
  for (const instance of counted) {
    const mask = filterMask(rows.facts.get(instance) ?? context.analysis.universe.rows, (probe) =>
      worldsOf(rows, instance, probe).some((world) => mayPass([...rows.filters, contributes], world)),
    );
    found.push({ instance, mask, at, weight: own.size === 0 ? "rows" : "revenue", sealed: false });
  }
  if (own.size > 0) found.push(...besides(rows, own, call, passes));
  return settled(found, rows.facts);
}

/** Rows of other instances that multiply or choose the rows added up. */
function besides(rows: Rows, own: ReadonlySet<Instance>, { at }: Call, passes: (world: World) => boolean): Flow[] {
  const found: Flow[] = [];
  const twins = new Set(rows.same.flatMap(([one, other]) => (own.has(one) || own.has(other) ? [one, other] : [])));
  for (const [instance, facts] of [...rows.facts, ...rows.depends]) {
    if (own.has(instance) || twins.has(instance) || isBeside(instance, rows)) continue;
    const mask = filterMask(facts, (probe) => passes({ members: [instance], probe }));
    found.push({ instance, mask, at, weight: "revenue", sealed: false });
  }
  return found;
}

/** An outer join finds at most one row of it, so that it neither multiplies nor chooses. */
function isBeside(instance: Instance, { links, single, facts }: Rows): boolean {
  return (
    links.some(({ inner }) => inner === instance) || (single.includes(instance) && ((facts.get(instance) ?? 0n) & 1n) === 1n)
  );
}

/** Whether a row passes FILTER and changes the aggregate. */
function contribution(call: Call, args: readonly Expression[], context: Context, world: World | undefined): Truth {
  const passes = call.filter === undefined ? isTrue : truth(call.filter, context, world);
  return (passes & isTrue) === 0 ? isFalse : both(passes, counts(call, args, context, world));
}

/** Whether a row changes the aggregate: SUM does not see nought, nor does MAX beside sums of money, most see no NULL, array_agg and its like see all. */
function counts(call: Call, args: readonly Expression[], context: Context, world: World | undefined): Truth {
  const [first] = args;
  if (call.star || first === undefined || keepsNulls(call.name)) return isTrue;
  const value = call.within ? evaluate(args.at(-1) ?? first, context, world) : evaluate(first, context, world);
  return someOf(value, call.name === "sum" || call.name === "max" ? mayCount : mayBeSomething);
}

/** Whether any, or each, of the values that it may be changes a figure. */
function someOf(value: Value, changes: (value: Value) => boolean): Truth {
  const options = optionsOf(value).map(changes);
  return (options.includes(true) ? isTrue : 0) | (options.includes(false) ? isFalse : 0);
}

/** A window function has looked at its rows, and no later condition changes what it saw, unless status parts the windows. */
function windowFlows(call: Call, context: Context, rows: Rows): Flow[] {
  const { over } = call;
  const ordered = [...call.args, ...(over?.order ?? []).map((order) => order.by)];
  const base = isAggregate(call) ? call : { ...call, args: ordered };
  const flows = aggregateFlows({ ...base, over: undefined }, context, rows);
  const named = context.windows?.find((window) => window.name === over?.refers);
  const parted = [...(over?.partition ?? []), ...(named?.partition ?? [])].some(
    (part) => part.kind === "column" && isStatus(findColumn(part.path, context.scope)),
  );
  return flows.map((flow) => ({ ...flow, sealed: !parted }));
}

function isStatus(column: Column | undefined): boolean {
  return column?.base !== undefined && column.base.name === column.base.instance.table.status;
}

import type { Call, Expression } from "./expression.ts";

/** What dialects call otherwise: `IF`, `IFF` and `DECODE` are CASE, `IFNULL` and `NVL` are COALESCE. */
export function asStandard(call: Call): Expression {
  const { name, args, at } = call;
  const [when, then, otherwise] = args;
  if (["if", "iff", "iif"].includes(name) && when !== undefined && then !== undefined)
    return { kind: "case", arg: undefined, branches: [{ when, then }], otherwise, at };
  if (name === "decode" && when !== undefined && args.length > 2) return decoded(call, when);
  if (["countif", "count_if"].includes(name) && when !== undefined && args.length === 1)
    return { ...call, name: "count", args: [], star: true, filter: when };
  if (name === "regexp_contains" && when !== undefined && then !== undefined)
    return { kind: "operation", name: "~", args: [when, then], at };
  if (name === "find_in_set" && when !== undefined && then?.kind === "literal" && typeof then.value === "string") {
    const list = then.value.split(",").map((value): Expression => ({ kind: "literal", value, at: then.at }));
    return { kind: "in", not: false, left: when, list, at };
  }
  if (name === "equal_null" && when !== undefined && then !== undefined) return same(when, then);
  if (name === "isnull" && when !== undefined && args.length === 1)
    return { kind: "is", test: "null", not: false, arg: when, at };
  return ["ifnull", "nvl", "isnull"].includes(name) ? { ...call, name: "coalesce" } : call;
}

/** `DECODE(status, 'completed', total, 0)`: pairs of a value and a result, and a result for the rest. */
function decoded({ args, at }: Call, tested: Expression): Expression {
  const branches: { readonly when: Expression; readonly then: Expression }[] = [];
  let otherwise: Expression | undefined;
  for (let index = 1; index < args.length; index += 2) {
    const [value, then] = [args[index], args[index + 1]];
    if (value !== undefined && then !== undefined) branches.push({ when: same(tested, value), then });
    else otherwise = value;
  }
  return { kind: "case", arg: undefined, branches, otherwise, at };
}

/** Equal, NULL and NULL too. */
function same(left: Expression, right: Expression): Expression {
  return { kind: "distinct", not: true, left, right, at: left.at };
}

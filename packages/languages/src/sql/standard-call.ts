import type { Call, Expression } from "./expression.ts";

/** What dialects call otherwise: `IF` and `IFF` are CASE, `IFNULL` and `NVL` are COALESCE. */
export function asStandard(call: Call): Expression {
  const { name, args, at } = call;
  const [when, then, otherwise] = args;
  if (["if", "iff", "iif"].includes(name) && when !== undefined && then !== undefined)
    return { kind: "case", arg: undefined, branches: [{ when, then }], otherwise, at };
  if (name === "isnull" && when !== undefined && args.length === 1)
    return { kind: "is", test: "null", not: false, arg: when, at };
  return ["ifnull", "nvl", "isnull"].includes(name) ? { ...call, name: "coalesce" } : call;
}

import type { Expression, Subquery } from "@failcheck/languages/sql";

/** The operands of an expression; a sub-select's own expressions are not among them. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "and":
    case "or":
    case "operation":
    case "opaque":
      return expression.args;
    case "call":
      return [...expression.args, ...expression.order.map((order) => order.by), ...given(expression.filter)];
    case "not":
    case "is":
    case "cast":
    case "access":
      return [expression.arg];
    case "in":
      return [expression.left, ...expression.list];
    case "quantified":
    case "distinct":
      return [expression.left, expression.right];
    case "between":
      return [expression.arg, expression.low, expression.high];
    case "like":
      return [expression.arg, expression.pattern];
    case "case":
      return [
        ...given(expression.arg),
        ...expression.branches.flatMap(({ when, then }) => [when, then]),
        ...given(expression.otherwise),
      ];
    case "row":
    case "array":
      return expression.items;
    case "subquery":
      return given(expression.left);
    default:
      return [];
  }
}

function given(expression: Expression | undefined): readonly Expression[] {
  return expression === undefined ? [] : [expression];
}

/** The sub-selects of an expression, not those within them. */
export function* subqueriesOf(expression: Expression): Generator<Subquery> {
  if (expression.kind === "subquery") yield expression;
  for (const operand of operandsOf(expression)) yield* subqueriesOf(operand);
}

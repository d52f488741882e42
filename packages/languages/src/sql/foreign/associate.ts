import { isNode } from "./node.ts";
import type { ForeignNode } from "./node.ts";

/** `a OR b AND c` as it is meant: an OR of ANDs. */
export interface Chain {
  /** The arms of the OR, each with the operands of its AND. */
  readonly arms: readonly (readonly unknown[])[];
}

/**
 * Undoes the way in which node-sql-parser folds AND and OR: from left to right without precedence in most builds, from the right
 * in another (github.com/taozhi8833998/node-sql-parser/issues/1154). What stood in brackets says so and stays one operand.
 */
export function associate(node: ForeignNode): Chain {
  const arms: unknown[][] = [[]];
  for (const part of flat(node)) {
    if (part === "OR") arms.push([]);
    else if (part !== "AND") arms.at(-1)?.push(part);
  }
  return { arms };
}

export function isJunction(node: ForeignNode): boolean {
  return node.type === "binary_expr" && (junctionOf(node) === "AND" || junctionOf(node) === "OR");
}

function junctionOf({ operator }: ForeignNode): string {
  return typeof operator === "string" ? operator.toUpperCase() : "";
}

/** Operands and operators in the order of the text, without recursion: generated conditions have thousands. */
function flat(node: ForeignNode): unknown[] {
  const found: unknown[] = [];
  const open: unknown[] = [node];
  while (open.length > 0) {
    const part = open.pop();
    if (isNode(part) && isJunction(part) && (part === node || part.parentheses !== true))
      open.push(part.right, junctionOf(part), part.left);
    else found.push(part);
  }
  return found;
}

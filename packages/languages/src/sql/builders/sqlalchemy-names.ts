import type { SyntaxNode } from "../../code/node.ts";
import { textOf } from "../models.ts";
import type { ModelTable } from "../sql.ts";
import { modelFor, valuesOf } from "./program-queries.ts";
import type { Program } from "./program-queries.ts";
import { bound, name, text } from "./words.ts";
import type { Words } from "./words.ts";

/** What reading an expression of SQLAlchemy needs beside the program. */
export interface Alchemy {
  readonly program: Program;
  readonly depth: number;
  /** The tables that an expression speaks of, by the names they have here; `undefined` where a name stands for no table. */
  entity(node: SyntaxNode): string | undefined;
  /** The model behind such a name. */
  model(node: SyntaxNode): ModelTable | undefined;
  /** A query in brackets. */
  subquery(node: SyntaxNode): Words | undefined;
}

/** `Job.total`, `jobs.c.total`, `jobs.c["total"]`. */
export function column(alchemy: Alchemy, node: SyntaxNode): Words | undefined {
  const holder = node.type === "subscript" ? node.child("value") : node.child("object");
  const own = node.type === "subscript" ? textOf(node.child("subscript"), alchemy.program.tree) : node.child("attribute")?.text;
  const isC = holder?.type === "attribute" && /^(?:c|columns)$/.test(holder.child("attribute")?.text ?? "");
  const table = isC ? holder.child("object") : holder;
  if (table === undefined || own === undefined) return undefined;
  const entity = alchemy.entity(table);
  if (entity === undefined) return undefined;
  return name([entity, alchemy.model(table)?.columns.get(own) ?? own], node);
}

/** The model that a name stands for, also where it is `aliased(Job)`. */
export function modelOf(program: Program, node: SyntaxNode): ModelTable | undefined {
  const known = modelFor(program, node);
  if (known !== undefined) return known;
  const [value, ...others] = valuesOf(program, node);
  const call = value === undefined || others.length > 0 ? undefined : program.calls.get(value);
  const of = call?.method === "aliased" ? call.args[0]?.node : call?.method === "alias" ? call.receiver : undefined;
  return of && modelFor(program, of);
}

/** `Status.COMPLETED` and `.value` of it, where the class gives it a text. */
export function member({ program }: Alchemy, node: SyntaxNode): Words | undefined {
  const isValue = node.child("attribute")?.text === "value" && node.child("object")?.type === "attribute";
  const path = isValue ? node.child("object") : node;
  const holder = path?.child("object")?.text;
  const own = path?.child("attribute")?.text;
  const found = program.tree.classes.find((one) => one.name === holder)?.node;
  const inside = program.tree.assignments.find(
    ({ node: at, target }) => target.text === own && found !== undefined && at.at[0] > found.at[0] && at.at[1] <= found.at[1],
  );
  const value = textOf(inside?.value, program.tree);
  return value === undefined ? bound(node) : text(value, node);
}

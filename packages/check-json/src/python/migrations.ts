import type { ColumnFacts } from "../facts.ts";
import { own } from "../own.ts";
import { at, unknown, type Value } from "../values.ts";
import { literalText, type Called } from "./called.ts";

/** `apps.get_model("shop", "Order")` or `("shop.Order")`. */
export function registered(call: Called): Value | undefined {
  const [first = "", second] = [literalText(call, 0), literalText(call, 1)];
  const name = second === undefined ? first.replace(".", "/") : `${first}/${second}`;
  return /^\w+\/\w+$/.test(name) ? at(`$model/${name}`) : undefined;
}

/** Notes what a migration of Django makes of a model's columns. */
export function migration(call: Called): Value {
  const { facts, node } = call;
  const model = textOf(call, call.method === "CreateModel" ? "name" : "model_name", 0)?.toLowerCase();
  if (model === undefined) return unknown;
  const key = `$model/${model}`;
  const columns: Record<string, ColumnFacts> = { ...own(facts.classes, key)?.columns };
  for (const [name, value] of call.method === "CreateModel" ? created(call) : changed(call)) {
    if (value.column) columns[name] = { at: node.at, types: value.column.types };
  }
  facts.classes[key] = { at: node.at, bases: [`$before/${model}`], columns, members: {}, sanitised: [] };
  return unknown;
}

/** `fields=[("payload", models.JSONField())]`. */
function* created(call: Called): Generator<readonly [string, Value]> {
  const list = (call.keyword("fields") ?? call.positional(1))?.node;
  for (const tuple of list?.children ?? []) {
    const [name, field] = tuple.children;
    const piece = name && call.facts.tree.stringAt(name)?.pieces[0];
    if (piece?.kind === "text") yield [piece.text, call.facts.evaluate(field, call.scope)];
  }
}

/** `name="payload", field=models.JSONField()`. */
function* changed(call: Called): Generator<readonly [string, Value]> {
  const name = textOf(call, "name", 1);
  const field = call.keyword("field") ?? call.positional(2);
  if (name !== undefined && field) yield [name, field.value];
}

function textOf(call: Called, keyword: string, index: number): string | undefined {
  const given = call.keyword(keyword)?.node;
  const piece = given && call.facts.tree.stringAt(given)?.pieces[0];
  return piece?.kind === "text" ? piece.text : given ? undefined : literalText(call, index);
}

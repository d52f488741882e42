import type { CodeTree, SyntaxNode } from "@failcheck/languages";
import type { Handler } from "../builder.ts";

/** What a decorator or a call of these names connects: matches `pre_save.connect`, `event.listen`, `receiver`; not `connection`. */
const connects = /(?:^|\.)(?:listens_for|listen|receiver|connect)$/;

/** Signals and events after which the row is stored. */
const written = /["'](?:before|after)_(?:insert|update)["']|\b(?:pre|post)_(?:save|init)\b/;

/** What a call connects its function to; undefined where it connects none to rows. */
export function handlerOf(call: SyntaxNode | undefined): Handler | undefined {
  const callee = call?.child("function")?.text ?? "";
  const args = call?.child("arguments")?.children ?? [];
  if (!call || !connects.test(callee)) return undefined;
  const sender = args.find((argument) => argument.child("name")?.text === "sender")?.child("value");
  if (sender) return written.test(call.text) ? { target: sender, parameter: "instance" } : undefined;
  const [target, event] = args;
  if (!target || !/listens?(?:_for)?$/.test(callee)) return undefined;
  if (/["'](?:init|load)["']/.test(event?.text ?? "")) return { target, parameter: "first" };
  return written.test(event?.text ?? "") ? { target, parameter: "last" } : undefined;
}

/** The functions that calls of the file connect to rows, by their names: `event.listen(Job, "before_insert", pack)`. */
export function* connections(tree: CodeTree): Generator<readonly [string, Handler]> {
  for (const { node } of tree.calls()) {
    const handler = handlerOf(node);
    if (!handler) continue;
    for (const argument of node.child("arguments")?.children ?? []) {
      const given = argument.child("value") ?? argument;
      if (given.type === "identifier") yield [given.text, handler];
    }
  }
}

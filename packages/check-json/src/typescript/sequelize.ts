import type { Builder, NewArgument } from "../builder.ts";
import { own } from "../own.ts";
import type { Value } from "../values.ts";

const associations: ReadonlySet<string> = new Set(["hasOne", "hasMany", "belongsTo", "belongsToMany"]);

/** `Invoice.hasMany(Line, { as: "lines" })`: rows of a line are created with an invoice, and through it. */
export function noteAssociation(object: Value, method: string, args: readonly NewArgument[], facts: Builder): void {
  const [model, options] = args;
  const known = associations.has(method) ? own(facts.classes, object.path ?? "") : undefined;
  const path = model?.value.path;
  if (!known || path === undefined || object.path === undefined || /[()?!]$/.test(path)) return;
  const name = options?.value.fields?.get("as")?.texts[0] ?? own(facts.classes, path)?.stored ?? path;
  facts.classes[object.path] = { ...known, members: { ...known.members, [name]: `${path}()` } };
}

/** What the models of a Sequelize project are handed around in: matches `models`, `db` and `sequelize.models`. */
const holders = /^(?:models|db)$|(?:^|\.)sequelize\.models$/;

/** `db.Job`, where what holds the models is a parameter or the connection: the model of that name, looked up when files are linked. */
export function heldModel({ path, params }: Value, name: string): string | undefined {
  const holder = path ?? (params.length === 1 ? params[0] : undefined);
  return holder !== undefined && holders.test(holder) && /^[A-Z]\w{1,80}$/.test(name) ? `$held/${name}` : undefined;
}

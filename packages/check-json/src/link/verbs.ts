import type { Framework } from "../facts.ts";
import type { VerbThing } from "./things.ts";

/**
 * Where a framework's method takes the values of columns: `**` the keywords, `0` the first argument (an object, or a list of
 * them), `defaults` the object of that keyword, `0.data` the object under that key of the first argument.
 */
type Shape = readonly string[];

type Verbs = Readonly<Record<string, Shape>>;

const values: Shape = ["**", "0"];
const withDefaults: Shape = ["**", "defaults", "create_defaults"];

const sqlalchemyStatement: Verbs = {
  values,
  ordered_values: ["0"],
  on_conflict_do_update: ["set_"],
  on_duplicate_key_update: values,
  execute: values,
};

const shapes: Readonly<Partial<Record<Framework, Readonly<Partial<Record<VerbThing["on"], Verbs>>>>>> = {
  sqlalchemy: {
    class: { insert: ["values", "0"], update: ["values"] },
    statement: sqlalchemyStatement,
    query: { update: ["0", "values"], values, on_conflict_do_update: ["set_"] },
  },
  django: {
    query: {
      create: ["**"],
      acreate: ["**"],
      update: ["**"],
      aupdate: ["**"],
      get_or_create: withDefaults.slice(0, 2),
      aget_or_create: withDefaults.slice(0, 2),
      update_or_create: withDefaults,
      aupdate_or_create: withDefaults,
    },
  },
  peewee: {
    class: {
      create: ["**"],
      insert: values,
      insert_many: ["0"],
      update: values,
      replace: values,
      replace_many: ["0"],
      get_or_create: withDefaults.slice(0, 2),
      set_by_id: ["1"],
    },
    statement: { on_conflict: ["update"] },
  },
};

/** Where the method takes columns; undefined where it takes none. */
export function shapeOf({ on, verb }: Pick<VerbThing, "on" | "verb">, framework: Framework): Shape | undefined {
  return shapes[framework]?.[on]?.[verb];
}

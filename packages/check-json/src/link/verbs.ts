import type { Framework } from "../facts.ts";
import type { VerbThing } from "./things.ts";
import { own } from "../own.ts";

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
    instance: { sqlmodel_update: ["0", "update"] },
    query: { update: ["0", "values"], values, on_conflict_do_update: ["set_"] },
  },
  django: {
    form: { save: ["**"] },
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

const first: Shape = ["0"];
const second: Shape = ["1"];

const graph: Verbs = {
  insert: first,
  insertGraph: first,
  insertAndFetch: first,
  insertGraphAndFetch: first,
  upsertGraph: first,
  upsertGraphAndFetch: first,
  patch: first,
  update: first,
  patchAndFetch: first,
  updateAndFetch: first,
  patchAndFetchById: second,
  updateAndFetchById: second,
  fromJson: first,
  $set: first,
  $setJson: first,
};

const scriptShapes: typeof shapes = {
  drizzle: {
    statement: { values: first, set: first, onConflictDoUpdate: ["0.set"], onDuplicateKeyUpdate: ["0.set"] },
  },
  typeorm: {
    argument: { save: second, insert: second, update: ["2"], upsert: second, create: second, merge: ["2"], preload: second },
    query: {
      save: first,
      insert: first,
      update: second,
      upsert: first,
      create: first,
      preload: first,
      values: first,
      set: first,
    },
    class: { save: first, insert: first, update: second, upsert: first, create: first, merge: second, preload: first },
    statement: { values: first, set: first },
  },
  sequelize: {
    class: {
      create: first,
      bulkCreate: first,
      build: first,
      bulkBuild: first,
      update: first,
      upsert: first,
      findOrCreate: ["0.defaults"],
      findOrBuild: ["0.defaults"],
      findCreateFind: ["0.defaults"],
      new: first,
    },
    instance: { update: first, set: first, setAttributes: first },
    query: { update: first, set: first },
  },
  "mikro-orm": {
    argument: {
      create: second,
      insert: second,
      insertMany: second,
      nativeUpdate: ["2"],
      upsert: second,
      upsertMany: second,
      assign: second,
      merge: second,
    },
    query: {
      create: first,
      insert: first,
      insertMany: first,
      nativeUpdate: second,
      upsert: first,
      upsertMany: first,
      assign: second,
      update: first,
      merge: first,
    },
    instance: { assign: first },
  },
  objection: { query: graph, class: graph, instance: graph },
};

/** Where the method takes columns; undefined where it takes none. */
export function shapeOf({ on, verb }: Pick<VerbThing, "on" | "verb">, framework: Framework): Shape | undefined {
  return own((shapes[framework] ?? scriptShapes[framework])?.[on], verb);
}

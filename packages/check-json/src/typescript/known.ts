/** Functions that give a string of JSON, by the module and name they come from. */
export const serializers: ReadonlySet<string> = new Set([
  "JSON.stringify",
  "globalThis.JSON.stringify",
  "superjson.stringify",
  "superjson.default.stringify",
  "devalue.stringify",
  "flatted.stringify",
  "safe-stable-stringify.default",
  "safe-stable-stringify.stringify",
  "safe-stable-stringify",
  "fast-json-stable-stringify.default",
  "fast-json-stable-stringify",
  "json-stable-stringify.default",
  "json-stable-stringify",
  "json-stringify-safe.default",
  "json-stringify-safe",
  "fast-safe-stringify.default",
  "fast-safe-stringify",
]);

/** Methods whose first argument names what is written: `insert(users)`, `into(User)`. */
export const starters: ReadonlySet<string> = new Set(["insert", "update", "into", "insertInto", "updateTable", "replaceInto"]);

/** Methods whose first argument names what the builder or repository they give is about. */
export const builders: ReadonlySet<string> = new Set([
  "getRepository",
  "getTreeRepository",
  "getCustomRepository",
  "createQueryBuilder",
  "from",
  "map",
]);

/** Methods whose first argument names what comes back. */
export const readers: ReadonlySet<string> = new Set([
  "find",
  "findOne",
  "findOneBy",
  "findOneOrFail",
  "findOneByOrFail",
  "findBy",
  "findAll",
  "getReference",
  "create",
  "save",
  "preload",
  "upsert",
]);

/** Methods of a string that leave it a string of JSON. */
export const stringMethods: ReadonlySet<string> = new Set([
  "trim",
  "trimStart",
  "trimEnd",
  "toString",
  "valueOf",
  "replace",
  "replaceAll",
]);

/** Functions that give back what they are given. */
export const passThrough: ReadonlySet<string> = new Set([
  "structuredClone",
  "Object.freeze",
  "Object.seal",
  "Promise.resolve",
  "Promise.all",
  "Array.from",
  "@mikro-orm/core.wrap",
]);

/** Methods of a column's builder whose argument becomes the value of rows. */
export const columnDefaults: ReadonlySet<string> = new Set([
  "default",
  "$default",
  "$defaultFn",
  "$onUpdate",
  "$onUpdateFn",
  "onCreate",
  "onUpdate",
]);

/** Column types that store JSON, as the frameworks' options name them. */
export const jsonTypeName = /^(?:jsonb?|simple-json|JSONB?|JsonType)$/;

/** Functions that give a string of JSON. */
export const serializers: ReadonlySet<string> = new Set([
  "json.dumps",
  "simplejson.dumps",
  "ujson.dumps",
  "rapidjson.dumps",
  "bson.json_util.dumps",
  "flask.json.dumps",
  "quart.json.dumps",
  "jsonpickle.encode",
  "jsonpickle.dumps",
  "google.protobuf.json_format.MessageToJson",
  "sqlalchemy_utils.json.dumps",
  "django.core.serializers.json.json.dumps",
]);

/** Functions that turn a string of JSON into an object. */
export const decoders: ReadonlySet<string> = new Set([
  "json.loads",
  "simplejson.loads",
  "ujson.loads",
  "rapidjson.loads",
  "orjson.loads",
  "flask.json.loads",
]);

/** Functions that give JSON as bytes. */
export const byteSerializers: ReadonlySet<string> = new Set(["orjson.dumps", "msgspec.json.encode", "pydantic_core.to_json"]);

/** Functions of SQLAlchemy whose argument is what they read: the result stands for rows of it. */
export const readers: ReadonlySet<string> = new Set([
  "select",
  "query",
  "get",
  "get_one",
  "get_or_404",
  "one_or_404",
  "first_or_404",
  "aliased",
  "lambda_stmt",
]);

/** Functions that start a statement on their first argument. */
export const writers: ReadonlySet<string> = new Set(["insert", "update"]);

/** Methods that hand the statement in their first argument through: what comes back are its rows. */
export const runners: ReadonlySet<string> = new Set([
  "execute",
  "exec",
  "scalar",
  "scalars",
  "stream",
  "stream_scalars",
  "paginate",
  "scalar_one",
]);

/** Methods of a string that leave it a string of JSON. */
export const stringMethods: ReadonlySet<string> = new Set(["strip", "lstrip", "rstrip", "replace", "expandtabs"]);

/** Functions that give back what they were given, or what holds the same. */
export const passThrough: ReadonlySet<string> = new Set([
  "list",
  "tuple",
  "set",
  "iter",
  "sorted",
  "reversed",
  "copy.copy",
  "copy.deepcopy",
  "asyncio.shield",
]);

/** Keyword arguments of a serializer that only change its layout. */
export const layoutOptions: ReadonlySet<string> = new Set(["indent", "sort_keys", "ensure_ascii", "separators"]);

/** Keyword arguments of a column that give a value to its rows. */
export const defaults: ReadonlySet<string> = new Set(["default", "onupdate", "insert_default", "default_factory"]);

/** Functions that declare a column. */
export const columnMakers: ReadonlySet<string> = new Set(["Column", "column", "mapped_column", "deferred", "Field"]);

/** Functions that declare a table. */
export const tableMakers: ReadonlySet<string> = new Set(["Table", "table", "create_table"]);

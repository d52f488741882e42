import type { Flat, Ref, Site } from "./facts.ts";

/** What an expression may be at a point of the program. */
export interface Value {
  readonly sites: readonly Site[];
  readonly refs: readonly Ref[];
  readonly params: readonly string[];
  /** Serialised to bytes; decoding makes it a string. */
  readonly bytes: readonly Site[];
  /** The fields of a mapping that is built here. */
  readonly fields: ReadonlyMap<string, Value> | undefined;
  /** What a list or iterable holds. */
  readonly items: Value | undefined;
  /** The elements of a list by their place. */
  readonly elements?: readonly Value[] | undefined;
  /** What calling it gives, for functions without a name. */
  readonly returns: Value | undefined;
  /** The mapping whose keys it runs through. */
  readonly keysOf?: Value | undefined;
  /** The columns that a statement's own parameters go to: `values(payload=bindparam("p"))`. */
  readonly binds?: ReadonlyMap<string, string> | undefined;
  /** What it stands for; see FileFacts. */
  readonly path: string | undefined;
  /** Paths of column types, where it is a type made of several. */
  readonly types: readonly string[];
  /** The texts that a literal may be. */
  readonly texts: readonly string[];
  /** The column that it declares. */
  readonly column: ColumnValue | undefined;
}

/** A column's declaration, wherever it stands. */
export interface ColumnValue {
  readonly types: readonly string[];
  readonly stored?: string;
  /** The name it goes by in statements, where it differs. */
  readonly key?: string;
  /** False where the constructor does not take it. */
  readonly init?: false;
}

/** A value of which nothing is known. */
export const unknown: Value = {
  sites: [],
  refs: [],
  params: [],
  bytes: [],
  fields: undefined,
  items: undefined,
  returns: undefined,
  path: undefined,
  types: [],
  texts: [],
  column: undefined,
};

export const serialized = (site: Site): Value => ({ ...unknown, sites: [site] });
export const at = (path: string): Value => ({ ...unknown, path });

function union<Item>(a: readonly Item[], b: readonly Item[], key: (item: Item) => string): readonly Item[] {
  if (a.length === 0) return b;
  if (b.length === 0 || a === b) return a;
  const known = new Set(a.map(key));
  return [...a, ...b.filter((item) => !known.has(key(item)))];
}

const place = ({ at: [start] }: { readonly at: readonly [number, number] }): string => String(start);

/** Both may be: serialised on one way is serialised. */
export function join(a: Value, b: Value): Value {
  if (a === b || b === unknown) return a;
  if (a === unknown) return b;
  return {
    sites: union(a.sites, b.sites, place),
    refs: union(a.refs, b.refs, ({ path, at: [start] }) => `${path} ${start}`),
    params: union(a.params, b.params, String),
    bytes: union(a.bytes, b.bytes, place),
    fields: joinFields(a.fields, b.fields),
    items: a.items && b.items ? join(a.items, b.items) : (a.items ?? b.items),
    elements: joinElements(a.elements, b.elements),
    returns: a.returns && b.returns ? join(a.returns, b.returns) : (a.returns ?? b.returns),
    keysOf: a.keysOf ?? b.keysOf,
    path: a.path ?? b.path,
    types: union(a.types, b.types, String),
    texts: union(a.texts, b.texts, String),
    column: a.column ?? b.column,
  };
}

type Fields = ReadonlyMap<string, Value> | undefined;

/** The fields of either mapping. */
function joinFields(a: Fields, b: Fields): Fields {
  if (!a || !b) return a ?? b;
  const fields = new Map(a);
  for (const [name, value] of b) fields.set(name, join(fields.get(name) ?? unknown, value));
  return fields;
}

type Elements = readonly Value[] | undefined;

/** The elements of either list, where they are as many. */
function joinElements(a: Elements, b: Elements): Elements {
  return a?.length === b?.length ? a?.map((element, index) => join(element, b?.[index] ?? unknown)) : undefined;
}

/** The value with one more field, in place of the one that a call may have given it. */
export function withField(value: Value, name: string, field: Value): Value {
  const refs = value.refs.map((ref) => ({ ...ref, without: [...(ref.without ?? []), name] }));
  return { ...value, refs, fields: new Map([...(value.fields ?? []), [name, field]]) };
}

/** The object with all that another holds: `{**row}`, `{ ...row }`. */
export function spreadInto(value: Value, other: Value): Value {
  let spread = value;
  for (const [name, field] of other.fields ?? []) spread = withField(spread, name, field);
  return { ...spread, params: [...spread.params, ...other.params], refs: [...spread.refs, ...builtBy(other)] };
}

/** Whether the ref is to what a call returns, all of it. */
const isResult = ({ path, field }: Ref): boolean => path.endsWith("()") && field === undefined;

/** Whether a call returned the value. */
export const isBuilt = ({ refs }: Value): boolean => refs.some(isResult);

/** The calls that the fields of a value may come from. */
export const builtBy = ({ refs }: Value): readonly Ref[] => refs.filter(isResult);

/** A field of what a call returned, unless it was given another value since. */
export function builtField(value: Value, name: string): readonly Ref[] {
  return builtBy(value).flatMap((ref) =>
    ref.without?.includes(name) === true ? [] : [{ path: ref.path, at: ref.at, field: name }],
  );
}

/** The element at a place: of a list that stands here, or that a call returned. */
export function elementAt(value: Value, index: number): Value | undefined {
  const refs = builtField(value, String(index));
  return value.elements?.[index] ?? (refs.length > 0 ? { ...unknown, refs } : undefined);
}

/** A list of these values. */
export function listOf(values: readonly Value[], items: Value): Value {
  const known = values.length <= 16 && values.some(({ sites, refs, params }) => sites.length + refs.length + params.length > 0);
  return { ...unknown, items, ...(known && { elements: values }) };
}

/** The value where it is known not to be a string. */
export function noString(value: Value): Value {
  return { ...value, sites: [], refs: [], params: [] };
}

/** The part that facts keep; undefined where nothing could ever be serialised. */
export function flat(value: Value, depth = 0): Flat | undefined {
  if (depth > 6) return undefined;
  const fields: Record<string, Flat> = {};
  for (const [name, field] of value.fields ?? []) {
    const kept = flat(field, depth + 1);
    if (kept) fields[name] = kept;
  }
  const items = value.items && flat(value.items, depth + 1);
  const elements = value.elements?.map((element) => flat(element, depth + 1) ?? {});
  const kept: Flat = {
    ...(value.sites.length > 0 && { sites: value.sites }),
    ...(value.refs.length > 0 && { refs: value.refs }),
    ...(value.params.length > 0 && { params: value.params }),
    ...(value.params.length > 0 && value.fields && value.fields.size > 0 && { without: [...value.fields.keys()] }),
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(items && { items }),
    ...(elements && elements.some((element) => Object.keys(element).length > 0) && { elements }),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** The types that a value names as a column's type. */
export function typesOf(value: Value): readonly string[] {
  return value.types.length > 0 ? value.types : value.path === undefined ? [] : [value.path];
}

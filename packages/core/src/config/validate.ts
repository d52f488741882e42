import * as v from "valibot";
import type { DataDocument, Step } from "./document.ts";
import { didYouMean } from "./nearest.ts";

type Schema = v.GenericSchema;

/** Checks data against a schema. Every problem is one sentence that begins with `file:line:col`. */
export async function validate<Output>(
  schema: v.GenericSchema<unknown, Output>,
  data: unknown,
  document: DataDocument,
  path: readonly Step[],
): Promise<{ readonly output: Output } | { readonly problems: readonly string[] }> {
  const result = v.safeParse(schema, data);
  const problems: string[] = [];
  const strangers = unknownKeys(schema, data, path);
  for (const { at, known } of strangers) {
    const name = String(at.at(-1));
    problems.push(`${document.where(at, "key")} unknown key "${name}"${await didYouMean(name, known)}`);
  }
  for (const issue of result.issues ?? []) {
    const steps = (issue.path ?? []).map((item) => stepOf(item.key));
    if (issue.type === "strict_object" && issue.expected === "never") continue;
    problems.push(`${document.where([...path, ...steps])} ${wording(issue, [...path, ...steps])}`);
  }
  return result.success && problems.length === 0 ? { output: result.output } : { problems };
}

const stepOf = (key: unknown): Step => (typeof key === "number" ? key : String(key));

function wording(issue: v.BaseIssue<unknown>, path: readonly Step[]): string {
  const name = path.length > 0 ? `${path.join(".")} ` : "";
  if (issue.kind === "validation" || issue.expected === null) return `${name}${issue.message}`;
  if (issue.received === "undefined") return `${name}needs ${issue.expected}`;
  return `${name}must be ${inYaml(issue.expected)}, not ${received(issue)}`;
}

/** What stands there instead. A text is repeated where a word of a few was meant: it may be anything, a password too. */
function received({ input, expected, received: shown }: v.BaseIssue<unknown>): string {
  if (typeof input !== "string") return inYaml(shown);
  return expected?.includes('"') === true && /^[\w-]{1,16}$/.test(input) ? shown : "a text";
}

/** The names of YAML for what the schema names as JavaScript does. */
function inYaml(type: string): string {
  return type
    .replace(/\bArray\b/g, "a list")
    .replace(/\bObject\b/g, "a mapping")
    .replace(/\bstring\b/g, "a text");
}

interface Stranger {
  readonly at: readonly Step[];
  readonly known: readonly string[];
}

/** Keys that an object schema does not know, at any depth, strict or not: a misspelt option must never be silence. */
function unknownKeys(schema: Schema, data: unknown, path: readonly Step[]): readonly Stranger[] {
  const bare = unwrapped(schema);
  if (Array.isArray(data)) {
    const item = schemaIn(bare, "item");
    return item ? data.flatMap((value, index) => unknownKeys(item, value, [...path, index])) : [];
  }
  if (typeof data !== "object" || data === null) return [];
  const options = alternatives(bare);
  if (options.length > 0) return fewest(options.map((option) => unknownKeys(option, data, path)));
  const value = schemaIn(bare, "value");
  if (value) return Object.entries(data).flatMap(([key, inner]) => unknownKeys(value, inner, [...path, key]));
  if (bare.type === "loose_object" || !("entries" in bare) || typeof bare.entries !== "object" || bare.entries === null)
    return [];
  const entries = new Map<string, unknown>(Object.entries(bare.entries));
  return Object.entries(data).flatMap(([key, inner]) => {
    const entry = entries.get(key);
    if (entry === undefined) return [{ at: [...path, key], known: [...entries.keys()] }];
    return isSchema(entry) ? unknownKeys(entry, inner, [...path, key]) : [];
  });
}

function alternatives(schema: Schema): readonly Schema[] {
  const options: unknown = "options" in schema ? schema.options : undefined;
  return Array.isArray(options) ? options.filter(isSchema) : [];
}

/** The alternative of a union that explains the data best. */
function fewest(all: readonly (readonly Stranger[])[]): readonly Stranger[] {
  let best = all[0] ?? [];
  for (const one of all) if (one.length < best.length) best = one;
  return best;
}

/** Looks through `optional` and the like to the schema they wrap. */
function unwrapped(schema: Schema): Schema {
  const inner = schemaIn(schema, "wrapped");
  return inner ? unwrapped(inner) : schema;
}

function schemaIn(schema: Schema, property: "wrapped" | "item" | "value"): Schema | undefined {
  const inner: unknown = new Map<string, unknown>(Object.entries(schema)).get(property);
  return isSchema(inner) ? inner : undefined;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "schema";
}

import type { Rule } from "@failcheck/core";
import { optionsSchema } from "./schema.ts";
import { table } from "./table.ts";

/** The table of a rule's options, made of its schema; undefined where it has none. */
export function optionsTable(rule: Rule): string | undefined {
  const properties = record(optionsSchema(rule)?.properties);
  const names = Object.keys(properties);
  if (names.length === 0) return undefined;
  const rows = names.map((name) => {
    const schema = record(properties[name]);
    return [`\`${name}\``, shape(schema), code(schema.default), text(schema.description)];
  });
  return table([["Option", "Type", "Default", "What it is"], ...rows]);
}

/** The shape of a value in words: `list of text`, `map of text`, `"yes" or "no"`. */
function shape(schema: Readonly<Record<string, unknown>>): string {
  const choices = schema.enum;
  if (Array.isArray(choices)) return choices.map((choice) => JSON.stringify(choice)).join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(alternatives)) return alternatives.map((each) => shape(record(each))).join(" or ");
  switch (schema.type) {
    case "array":
      return `list of ${shape(record(schema.items))}`;
    case "object":
      return schema.additionalProperties instanceof Object ? `map of ${shape(record(schema.additionalProperties))}` : "object";
    case "string":
      return "text";
    default:
      return text(schema.type);
  }
}

function code(value: unknown): string {
  return value === undefined ? "" : `\`${JSON.stringify(value)}\``;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return value instanceof Object ? Object.fromEntries(Object.entries(value)) : {};
}

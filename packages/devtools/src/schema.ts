import type { Rule } from "@failcheck/core";
import { toJsonSchema } from "@valibot/to-json-schema";
import { allRules } from "../../failcheck/src/checkers.ts";

type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema of a rule's options; undefined where the rule has none. An option that does not exist is an error. */
export function optionsSchema(rule: Rule): Schema | undefined {
  if (rule.options === undefined) return undefined;
  const schema = toJsonSchema(rule.options, { typeMode: "input", errorMode: "ignore" });
  return { type: "object", properties: schema.properties, additionalProperties: false };
}

/** On, off, or on with options. */
function ruleSchema(rule: Rule): Schema {
  const options = optionsSchema(rule);
  const state = { type: "boolean" };
  return { description: rule.title, anyOf: options === undefined ? [state] : [state, options] };
}

const texts = { type: "array", items: { type: "string" } };

/** The JSON Schema of failcheck.yaml, for completion and errors in editors. */
export function configurationSchema(rules: readonly Rule[] = allRules): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "failcheck.yaml",
    type: "object",
    additionalProperties: false,
    properties: {
      ignore: { ...texts, description: "Globs of paths that no finding is about." },
      incidents: {
        description: "Failure logs, and how their entries are found.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["source", "format", "id"],
          properties: {
            source: { type: "string", description: "The log's path." },
            format: { const: "headings", description: "An entry begins at a heading that carries its id." },
            id: { type: "string", description: "A regular expression for the id of an entry." },
          },
        },
      },
      rules: {
        description: "Rules by id: true, false, or options.",
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
      },
      custom: { description: "Rules of this project, in a few lines each.", type: "array", items: { type: "object" } },
    },
  };
}

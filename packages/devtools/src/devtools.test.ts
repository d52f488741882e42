import { kinds } from "../../check-secrets/src/catalogue.ts";
import { proveCatalogue } from "./catalogue.ts";
import { expect, test } from "vitest";
import { fileRule } from "@failcheck/core";
import * as v from "valibot";
import { withPart } from "./between.ts";
import { emptyIncident, emptyPage, emptyRule, listed, withRule } from "./new-rule-files.ts";
import { optionsTable } from "./options-table.ts";
import { configurationSchema } from "./schema.ts";

const rule = fileRule({
  id: "html/example",
  title: "An example.",
  incidents: ["P-11"],
  reads: { id: "text", matches: () => true, load: () => Promise.resolve(() => null) },
  options: v.object({
    also: v.optional(v.pipe(v.array(v.string()), v.description("More elements.")), []),
    tables: v.pipe(v.optional(v.record(v.string(), v.array(v.string())), {}), v.description("Columns | by table.")),
    mode: v.optional(v.pipe(v.picklist(["any", "all"]), v.description("How many.")), "any"),
  }),
  *check() {
    yield* [];
  },
});

test("options become a table", () => {
  expect(optionsTable(rule)?.split("\n")).toEqual([
    "| Option   | Type                | Default | What it is           |",
    "| -------- | ------------------- | ------- | -------------------- |",
    "| `also`   | list of text        | `[]`    | More elements.       |",
    "| `tables` | map of list of text | `{}`    | Columns \\| by table. |",
    '| `mode`   | "any" or "all"      | `"any"` | How many.            |',
  ]);
});

test("an option that does not exist is no option for the schema either", () => {
  expect(configurationSchema([rule])).toMatchObject({
    properties: { rules: { properties: { "html/example": { anyOf: [{ type: "boolean" }, { additionalProperties: false }] } } } },
  });
});

test("only the part between the marks is rewritten", () => {
  const page = "# A\n\n<!-- options -->\n\nold\n\n<!-- /options -->\n\nrest\n";
  expect(withPart(page, "options", "new")).toBe("# A\n\n<!-- options -->\n\nnew\n\n<!-- /options -->\n\nrest\n");
  expect(withPart("# A\n", "options", "new")).toBeUndefined();
});

test.each([
  ["export const rules: readonly Rule[] = [];", "export const rules: readonly Rule[] = [unclosedDiv];"],
  ["export const rules: readonly Rule[] = [other];", "export const rules: readonly Rule[] = [other, unclosedDiv];"],
  ["export const rules: readonly Rule[] = [\n  other,\n];", "export const rules: readonly Rule[] = [\n  other,unclosedDiv];"],
])("a new rule joins %s", (list, expected) => {
  const index = listed(`import type { Rule } from "@failcheck/core";\n\n${list}\n`, "unclosed-div");
  expect(index).toContain('import { unclosedDiv } from "./unclosed-div.ts";');
  expect(index).toContain(expected);
});

test("a new rule, its page and its incident name one another", () => {
  expect(emptyRule("html/unclosed-div", "P-11")).toContain("export const unclosedDiv = fileRule(");
  expect(emptyPage("html/unclosed-div", "P-11")).toContain("[P-11](../../incidents/pages/P-11.md)");
  expect(emptyIncident("P-11", "html/unclosed-div")).toContain("- Rules: html/unclosed-div\n");
  expect(withRule("# P-11: x\n\n- Rules: none\n", "html/a")).toContain("- Rules: html/a\n");
  expect(withRule("# P-11: x\n\n- Rules: html/b\n", "html/a")).toContain("- Rules: html/b, html/a\n");
});

test("the build stops at an entry of the catalogue that fails its own lists", () => {
  const [first] = kinds;
  if (!first) throw new Error("the catalogue is empty");
  expect(() => {
    proveCatalogue([{ ...first, kind: { ...first.kind, match: ["nothing of the sort"] } }]);
  }).toThrow(`${first.kind.kind} is not found in nothing of the sort`);
});

test.each(["[A-Za-z", "(?:ab", "ab{3", "[z-a]{3}abc", "a*b", "a{0,3}"])(
  "the build names the entry of the catalogue whose pattern is %s",
  (pattern) => {
    const [first] = kinds;
    if (!first) throw new Error("the catalogue is empty");
    expect(() => {
      proveCatalogue([{ ...first, kind: { ...first.kind, pattern } }]);
    }).toThrow(new RegExp(`^the catalogue of secrets does not compile: ${first.kind.kind}: [^\\n]+$`));
  },
);

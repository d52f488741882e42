import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { CannotCheck } from "../cannot-check.ts";
import type { Language } from "../language.ts";
import { fileRule } from "../rule.ts";
import { sourceFile } from "../source-file.ts";
import { readConfig } from "./config.ts";

const anything: Language<null> = { id: "anything", matches: () => true, load: () => Promise.resolve(() => null) };
const says = { title: "It holds.", incidents: [], reads: anything, check: () => [] };

const plain = fileRule({ ...says, id: "area/plain" });
const young = fileRule({ ...says, id: "area/young", preview: true });
const withOptions = fileRule({
  ...says,
  id: "area/options",
  options: v.object({
    also: v.optional(v.array(v.string()), ["div"]),
    tables: v.optional(v.record(v.string(), v.object({ columns: v.array(v.string()) })), {}),
    mode: v.optional(v.picklist(["semantic", "strict"]), "semantic"),
  }),
});
const sharing = fileRule({ ...withOptions, id: "area/sharing", preview: true, optionsFrom: "area/options" });
const rules = [plain, young, withOptions, sharing];

const read = (text: string) => readConfig(sourceFile("failcheck.yaml", Buffer.from(text)), rules);
const active = async (text: string) => (await read(text)).active.map(({ rule }) => rule.id);
const problem = async (text: string) => {
  const error: unknown = await read(text).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CannotCheck)) throw new Error("the configuration was accepted");
  return error.message;
};

describe("what is on", () => {
  test.each([
    ["nothing said: all but the young", "", ["area/plain", "area/options"]],
    ["off", "rules: { area/plain: false }", ["area/options"]],
    ["a young one turned on", "rules: { area/young: true }", ["area/plain", "area/young", "area/options"]],
    ["JSON is YAML", '{ "rules": { "area/options": false } }', ["area/plain"]],
  ])("%s", async (_, text, expected) => {
    expect(await active(text)).toEqual(expected);
  });

  test("a rule takes the options of another one, unless it has its own", async () => {
    const optionsOf = async (text: string) => (await read(text)).active.find(({ rule }) => rule === sharing)?.options;
    const shared = "rules:\n  area/options: { also: [section] }\n  area/sharing: ";
    expect(await optionsOf(`${shared}true`)).toMatchObject({ also: ["section"] });
    expect(await optionsOf(`${shared}{ also: [p] }`)).toMatchObject({ also: ["p"] });
  });

  test("options are checked and have defaults", async () => {
    const { active: on } = await read("rules:\n  area/options: { also: [section] }");
    expect(on.find(({ rule }) => rule === withOptions)?.options).toEqual({ also: ["section"], tables: {}, mode: "semantic" });
  });
});

describe("every error has its place", () => {
  test.each([
    ["an unknown key", "ignore: []\nrulez: {}", 'failcheck.yaml:2:1 unknown key "rulez"; did you mean "rules"?'],
    ["an unknown rule", "rules:\n  area/plan: true", 'failcheck.yaml:2:3 unknown rule "area/plan"; did you mean "area/plain"?'],
    [
      "an unknown option",
      "rules:\n  area/options:\n    alsoo: [a]",
      'failcheck.yaml:3:5 unknown key "alsoo"; did you mean "also"?',
    ],
    [
      "an unknown key deep inside",
      "rules:\n  area/options:\n    tables:\n      titan.jobs: { columns: [a], kee: id }",
      'failcheck.yaml:4:35 unknown key "kee"',
    ],
    ["options where there are none", "rules:\n  area/plain: { also: [] }", "failcheck.yaml:2:17 area/plain has no options"],
    ["a wrong type", "ignore: vendor", "failcheck.yaml:1:9 ignore must be a list, not a text"],
    ["a key that objects have", "rules:\n  __proto__: { a: 1 }", 'failcheck.yaml:2:3 unknown key "__proto__"'],
    ["such a key in options", "rules:\n  area/options: { constructor: 1 }", 'failcheck.yaml:2:19 unknown key "constructor"'],
    ["a kind that objects have", "custom:\n  - { id: a/b, kind: toString }", 'failcheck.yaml:2:22 unknown kind "toString"'],
    ["an empty glob", "ignore: ['']", "failcheck.yaml:1:10 ignore.0 is empty"],
    ["a glob that takes the rest", "ignore: ['!a']", 'failcheck.yaml:1:10 ignore.0 begins with "!"'],
    ["a glob of stars", "ignore: ['*a*a*a*a']", "failcheck.yaml:1:10 ignore.0 has more than 3 stars between two slashes"],
    ["many globstars", `ignore: ['${"**/".repeat(7)}a']`, "failcheck.yaml:1:10 ignore.0 has more than 6 times **"],
    [
      "a value that is none of a list",
      "rules:\n  area/options:\n    mode: lax",
      'failcheck.yaml:3:11 rules.area/options.mode must be ("semantic" | "strict"), not "lax"',
    ],
    ["a missing key", "incidents:\n  - { source: a.md, format: headings }", 'failcheck.yaml:2:5 incidents.0.id needs "id"'],
    ["a pattern that is none", "incidents:\n  - { source: a.md, format: headings, id: '(' }", "is no regular expression"],
    ["broken YAML", "rules: [", "failcheck.yaml:1:9 is not valid YAML"],
    ["a key written twice", "ignore: []\nignore: []", "failcheck.yaml:2:1 is not valid YAML"],
  ])("%s", async (_, text, expected) => {
    expect(await problem(text)).toContain(expected);
  });

  test("all problems are told at once", async () => {
    expect((await problem("rulez: {}\nignored: []")).split("\n")).toHaveLength(2);
  });
});

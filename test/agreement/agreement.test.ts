import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { activeRule, lintTexts } from "@failcheck/core/testing";
import { formSections, storySections, type Form, type Incident } from "@failcheck/incidents";
import { documents } from "../../packages/devtools/src/docs.ts";
import { configurationSchema, optionsSchema } from "../../packages/devtools/src/schema.ts";
import { allRules } from "../../packages/failcheck/src/checkers.ts";
import { incidentPages } from "./incident-pages.ts";

const root = join(import.meta.dirname, "../..");
const pages = await incidentPages();
const rules = new Map(allRules.map((rule) => [rule.id, rule]));

describe.each(allRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("each incident it names has a page, which names it back", () => {
    expect(rule.incidents).not.toEqual([]);
    for (const incident of rule.incidents)
      expect(pages.get(incident)?.rules, `packages/incidents/pages/${incident}.md`).toContain(id);
  });

  test("its file is named after it, and its page tells its incidents", () => {
    const [area, name] = id.split("/");
    const folder = join(root, `packages/check-${area}/src`);
    expect(existsSync(join(folder, `${name}.ts`))).toBe(true);
    const page = readFileSync(join(folder, `${name}.md`), "utf8");
    for (const incident of rule.incidents) expect(page).toContain(`(../../incidents/pages/${incident}.md)`);
  });

  test("every option is described and has a default, and a misspelt one is an error", () => {
    const schema = optionsSchema(rule) ?? {};
    for (const [option, shape] of Object.entries(schema.properties ?? {})) {
      expect(shape, `${id}: ${option}`).toHaveProperty("description", expect.stringMatching(/\.$/));
      expect(schema.required ?? []).not.toContain(option);
    }
    expect(configurationSchema()).toHaveProperty(["properties", "rules", "properties", id]);
  });
});

describe.each([...pages])("%s", (file, incident) => {
  test("its page is complete", () => {
    expect(incident.id).toBe(file);
    expect(incident.log).not.toBe("");
    expect(incident.sections.slice(0, storySections.length)).toEqual(storySections);
    expect(incident.sections.slice(storySections.length)).toEqual(incident.bad ? formSections : []);
  });

  test("its status is what its rules make of it", () => {
    const guarded = incident.status === "enforced" || incident.status === "partial";
    expect(incident.rules.length > 0).toBe(guarded);
    if (guarded) expect(incident.bad?.places.length).toBeGreaterThan(0);
    if (incident.status === "behavioural") expect(incident.lint).toBe("no");
    for (const id of incident.rules) expect(rules.get(id)?.incidents, `${id} names ${file}`).toContain(file);
  });

  test.runIf(incident.rules.length > 0)(
    "its rules report the bad form at the named places, and nothing in the fixed form",
    async () => {
      expect(await replay(incident, incident.bad)).toEqual(incident.bad?.places.toSorted());
      expect(await replay(incident, incident.fixed)).toEqual([]);
    },
  );
});

/** Runs the rules of an incident over one of its forms; what they report as `path:line rule/id`. */
async function replay(incident: Incident, form: Form | undefined): Promise<readonly string[]> {
  if (!form) throw new Error(`${incident.id} has no such form`);
  const known = incident.rules.flatMap((id) => [rules.get(id)].filter((rule) => rule !== undefined));
  const options = { ...incident.bad?.options, ...form.options };
  const sides = { after: form.after, ...(Object.keys(form.before).length > 0 ? { before: form.before } : {}) };
  const { findings, failures } = await lintTexts(
    known.map((rule) => activeRule(rule, options[rule.id])),
    sides,
  );
  expect(failures).toEqual([]);
  return findings.map(({ path, line, rule }) => `${path}:${line} ${rule}`).toSorted();
}

test("option tables and the README's list of rules are up to date", () => {
  process.chdir(root);
  expect(
    documents()
      .filter(({ is, should }) => is !== should)
      .map(({ path }) => `${path}: run npm run docs`),
  ).toEqual([]);
});

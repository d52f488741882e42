import { readdirSync, readFileSync } from "node:fs";
import { activeRule, lintTexts, readPage, stated } from "@failcheck/core/testing";
import { describe, expect, test } from "vitest";
import { allRules } from "../packages/failcheck/src/checkers.ts";
import { makeSecret } from "./make-secret.ts";

const headings = ["The incident", "Fails", "Passes", "Options", "What it does not see"];

/** Where a rule's page lies: beside the rule, which is named after it. */
function pagePath(id: string): string {
  const [area, name] = id.split("/");
  const root = new URL(`../packages/check-${area}/src/`, import.meta.url);
  const found = readdirSync(root, { recursive: true, encoding: "utf8" }).find((path) => path.split("/").at(-1) === `${name}.md`);
  if (found === undefined) throw new Error(`${id} has no page ${name}.md in packages/check-${area}/src`);
  return new URL(found, root).pathname;
}

test("no two rules share an id", () => {
  const ids = allRules.map((rule) => rule.id);
  expect(ids).toEqual([...new Set(ids)]);
});

describe.each(allRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const page = readPage(readFileSync(pagePath(id), "utf8"), makeSecret);

  test("its page says what it is, in the known order", () => {
    expect(page.name).toBe(id);
    expect(page.title).toBe(rule.title);
    expect(page.title).toMatch(/\.$/);
    expect(page.sections).toEqual(headings.filter((heading) => page.sections.includes(heading)));
    expect(page.sections).toEqual(expect.arrayContaining(["The incident", "Fails", "Passes"]));
    expect(page.sections.includes("Options")).toBe(rule.options !== undefined);
    expect(page.examples.filter(({ section }) => section === "Fails").every(({ expected }) => expected.length > 0)).toBe(true);
    const limits = page.examples.filter(({ section }) => section === "What it does not see");
    expect(limits.every(({ limit }) => limit)).toBe(true);
    for (const section of ["Fails", "Passes"]) expect(page.examples.some((example) => example.section === section)).toBe(true);
  });

  test.each(page.examples.map((example) => [`${example.section}, line ${example.line}`, example] as const))(
    "%s",
    async (_, example) => {
      const result = await lintTexts([activeRule(rule, example.options)], example);
      expect(result.failures).toEqual([]);
      expect(result.findings.filter((finding) => finding.new).map((finding) => stated(finding, example.path))).toEqual(
        example.expected,
      );
    },
  );
});

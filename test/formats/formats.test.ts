import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reporters, type Result } from "@failcheck/core";
import { exampleFinding } from "@failcheck/core/testing";
import { context, result } from "./result.ts";

const names = Object.keys(reporters);
const print = (format: string, of: Result) => reporters[format]!(of, context);

test.each(names)("%s prints what its golden file holds", async (format) => {
  await expect(print(format, result)).toMatchFileSnapshot(`golden/${format}.txt`);
});

describe("sarif", () => {
  const schema = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  // A pattern of the schema has an unbalanced brace, which only the older regular expressions accept.
  const ajv = new Ajv.default({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(parsed(readFileSync(schema, "utf8")));

  test("is valid by its own schema", () => {
    validate(JSON.parse(print("sarif", result)));
    expect(validate.errors).toBeNull();
  });

  test("keeps 5,000 results and says how many it left out", () => {
    const many = Array.from({ length: 5003 }, (_, line) => exampleFinding({ line: line + 1 }));
    const document = print("sarif", { ...result, findings: many, allowed: [] });
    expect(document.match(/"ruleId"/g)).toHaveLength(5000);
    expect(document).toContain("3 more findings and suppressions were left out");
  });

  test("only secrets are security alerts", () => {
    const rules = list(parsed(print("sarif", result)), "runs", "0", "tool", "driver", "rules");
    expect(rules.filter((rule) => JSON.stringify(rule).includes("security-severity"))).toMatchObject([
      { id: "secrets/github-token" },
    ]);
  });
});

function parsed(json: string): object {
  const data: unknown = JSON.parse(json);
  if (!(data instanceof Object)) throw new Error("not an object");
  return data;
}

/** The list that stands under these keys. */
function list(data: unknown, ...keys: readonly string[]): readonly unknown[] {
  let inner = data;
  for (const key of keys) inner = inner instanceof Object ? Reflect.get(inner, key) : undefined;
  return Array.isArray(inner) ? inner : [];
}

/** Texts as a hostile file, branch or file name may hold them. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "::error::x\n::set-output name=a::b",
    "]]><x>&",
    "##vso[task.complete]",
    "</details>|`**",
    "\u0000\u001b[31m",
    "\ud800",
    "%0A%25",
  ),
);
const findings = fc.array(
  fc
    .record({ path: hostile, message: hostile, help: fc.option(hostile), line: fc.integer({ min: 1, max: 9999 }) })
    .map((given) => exampleFinding(given)),
  { maxLength: 30 },
);

/** How many findings a report tells of, read back from the report itself. */
const told: Readonly<Record<string, (report: string) => number>> = {
  json: (report) => list(parsed(report), "findings").length,
  jsonl: (report) => report.trimEnd().split("\n").length - 1,
  sarif: (report) => list(parsed(report), "runs", "0", "results").length,
  gitlab: (report) => list(parsed(report)).length,
  rdjsonl: (report) => report.split("\n").filter((line) => line !== "" && parsed(line)).length,
  junit: (report) => elements(report, "failure"),
  checkstyle: (report) => elements(report, "error"),
  azure: (report) => report.split("\n").filter((line) => line.startsWith("##vso[task.logissue ")).length,
  agent: (report) => report.trimEnd().split("\n").length - 1,
  markdown: (report) => report.split("\n").filter((line) => line.startsWith("- **")).length,
};

/** Texts are escaped in XML, so that every `<` begins a tag. */
function elements(xml: string, name: string): number {
  return xml.split(`<${name} `).length - 1;
}

test.each(Object.keys(told))("%s tells of every finding, whatever is in it", (format) => {
  fc.assert(
    fc.property(findings, (all) => {
      expect(told[format]!(print(format, { ...result, findings: all, allowed: [] }))).toBe(all.length);
    }),
    { numRuns: 60 },
  );
});

test.each(["github", "azure", "agent", "text"])("in %s no text of a file begins a line or moves the cursor", (format) => {
  fc.assert(
    fc.property(hostile, (message) => {
      const report = print(format, {
        ...result,
        findings: [exampleFinding({ message, path: message, help: message, excerpt: [] })],
      });
      expect(report).not.toMatch(/^(?:::set-output|##vso\[task\.complete|::error::x)/m);
      expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    }),
    { numRuns: 100 },
  );
});

test.each(["junit", "checkstyle"])("%s holds no character that XML cannot write", (format) => {
  fc.assert(
    fc.property(findings, (all) => {
      expect(print(format, { ...result, findings: all })).not.toMatch(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u,
      );
    }),
    { numRuns: 60 },
  );
});

test("a summary stays below what GitHub takes, and says what it left out", () => {
  const many = Array.from({ length: 20_000 }, (_, line) =>
    exampleFinding({ line: line + 1, rule: line % 2 === 0 ? "a/b" : "c/d" }),
  );
  const summary = print("markdown", { ...result, findings: many });
  expect(Buffer.byteLength(summary)).toBeLessThan(900_100);
  const shown = summary.split("\n").filter((line) => line.startsWith("- **")).length;
  expect(summary).toContain(`and ${many.length - shown} more`);
});

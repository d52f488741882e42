import { describe, expect, test } from "vitest";
import type { Finding, Result } from "../finding.ts";
import type { ReportContext } from "./report.ts";
import { exampleContext, exampleFinding } from "../testing/example-finding.ts";
import { githubLog } from "./github.ts";
import { reporters } from "./reporters.ts";

const finding = exampleFinding();
const context = exampleContext;

function resultOf(findings: readonly Finding[], more: Partial<Result> = {}): Result {
  return {
    findings,
    allowed: [{ rule: "html/unclosed-div", path: "b.html", line: 1, reason: "closed by the footer" }],
    checked: { files: 214, rules: 19, commits: 6, bytes: 1234567, skipped: [{ path: "a.png", reason: "binary" }], unread: [] },
    rulesSeen: { "html/unclosed-div": 12 },
    failures: [],
    timing: {},
    ...more,
  };
}

const print = (format: string, result: Result, more: Partial<ReportContext> = {}) =>
  reporters[format]!(result, { ...context, ...more });

test("text: the place, what is wrong, the line, the second place, the repair, the incident, and what was looked at", () => {
  expect(print("text", resultOf([finding]))).toBe(`site/index.html:3:5  html/unclosed-div
  <div class="grid"> opened here is never closed
    3 |     <div class="grid">
      |     ^^^^^^^^^^^^^^^^^^
  see: site/index.html:9:1 the section ends here
  fix: close it before line 9
  why: P-11, a page whose bottom half was trapped in a card

failcheck 0.1.0: 214 files (1 skipped: 1 binary), 19 rules, 6 commits: 1 finding, 1 allowed, in 0.41 s
`);
});

describe("text", () => {
  test("tells a rule's incident once, and leaves out what stood there before", () => {
    const text = print("text", resultOf([finding, { ...finding, line: 7 }, { ...finding, line: 8, new: false }]));
    expect(text.match(/why:/g)).toHaveLength(1);
    expect(text).toContain("2 findings, 1 older, 1 allowed");
    expect(text).not.toContain("index.html:8");
  });

  test("counts what rules could not read, and names it where asked", () => {
    const unread = [3, 9].map((line) => ({ path: "a.sql", line, column: 5, what: "SQL statement", reason: "syntax error" }));
    const result = resultOf([], { checked: { ...resultOf([]).checked, unread } });
    expect(print("text", result)).toContain("214 files (1 skipped: 1 binary; 2 SQL statements could not be read), 19 rules");
    expect(print("text", result, { verbose: true })).toContain("not read a.sql:9:5: SQL statement: syntax error\n");
    expect(JSON.parse(print("json", result))).toMatchObject({ checked: { unread } });
  });

  test("cannot be hijacked by a file's name or content", () => {
    const hostile = "a\u001b[2Jb\u202ec\n::error::d";
    const text = print(
      "text",
      resultOf([{ ...finding, path: hostile, message: hostile, excerpt: [{ line: 1, text: hostile, from: 0, to: 1 }] }]),
    );
    expect(text).not.toContain("\u001b");
    expect(text).not.toContain("\u202e");
    expect(text.split("\n").filter((line) => line.startsWith("::"))).toEqual([]);
  });

  test("colours and links only when told to", () => {
    expect(print("text", resultOf([finding]), { color: true })).toContain("\u001b[31m");
    expect(print("text", resultOf([finding]), { hyperlinks: true })).toContain(
      "\u001b]8;;file:///repository/site/index.html\u0007",
    );
    expect(print("text", resultOf([finding]))).not.toContain("\u001b");
  });
});

test("json: the documented shape, exactly", () => {
  const report: unknown = JSON.parse(print("json", resultOf([finding])));
  expect(report).toEqual({
    version: 1,
    tool: "failcheck 0.1.0",
    findings: [
      {
        rule: "html/unclosed-div",
        path: "site/index.html",
        line: 3,
        column: 5,
        endLine: 3,
        endColumn: 23,
        message: '<div class="grid"> opened here is never closed',
        help: "close it before line 9",
        related: [{ path: "site/index.html", line: 9, column: 1, message: "the section ends here" }],
        incidents: ["P-11"],
        fingerprint: "0123456789abcdef",
        new: true,
        commit: null,
      },
    ],
    allowed: [{ rule: "html/unclosed-div", path: "b.html", line: 1, reason: "closed by the footer" }],
    checked: { files: 214, rules: 19, commits: 6, bytes: 1234567, skipped: [{ path: "a.png", reason: "binary" }], unread: [] },
    rulesSeen: { "html/unclosed-div": 12 },
    ms: 410,
    exitCode: 1,
  });
});

test("jsonl: a line a finding, and what was looked at", () => {
  const lines = print("jsonl", resultOf([finding, finding]))
    .trimEnd()
    .split("\n");
  const parsed = lines.map((line): unknown => JSON.parse(line));
  expect(parsed).toMatchObject([{ type: "finding" }, { type: "finding" }, { type: "summary", findings: 2, exitCode: 1 }]);
});

describe("github", () => {
  test("escapes what the runner would read as its own", () => {
    const text = print("github", resultOf([{ ...finding, path: "a,b:c.html", message: "100%\nnext", help: null, related: [] }]));
    expect(text.split("\n")[0]).toBe(
      "::error file=a%2Cb%3Ac.html,line=3,endLine=3,col=5,endColumn=23,title=html/unclosed-div (P-11)::100%25%0Anext",
    );
  });

  test("shows ten, the last of which says how many more there are", () => {
    const text = print("github", resultOf(Array.from({ length: 12 }, (_, line) => ({ ...finding, line: line + 1 }))));
    const commands = text.split("\n").filter((line) => line.startsWith("::error"));
    expect(commands).toHaveLength(10);
    expect(commands[9]).toContain("and 3 more");
  });

  test("shows each thing once before it shows one again, and what is urgent before all", () => {
    const many = Array.from({ length: 30 }, (_, line) => ({ ...finding, line: line + 1 }));
    const last = [
      { ...finding, path: "z.html" },
      { ...finding, path: "z.env", rule: "secrets/provider-token" },
    ];
    const text = print("github", resultOf([...many, ...last]));
    expect(text).toMatch(/^::error file=z\.env,/);
    expect(text).toContain("file=z.html");
    expect(text).toContain("and 23 more");
  });

  test("prints the whole text where the runner obeys nothing", () => {
    const [open = "", ...lines] = githubLog(resultOf([finding]), context).split("\n");
    const word = open.replace("::stop-commands::", "");
    expect(word).toMatch(/^[0-9a-f]{64}$/);
    const end = lines.indexOf(`::${word}::`);
    expect(lines.slice(0, end).join("\n")).toContain("1 finding");
    expect(lines.slice(end + 1)).toEqual([expect.stringMatching(/^::error file=/), ""]);
  });
});

test.each(Object.keys(reporters))("%s says so where a run could not look everywhere", (format) => {
  const text = print(format, resultOf([], { failures: ["html/unclosed-div failed on a.html"] }));
  expect(text).toMatch(/could not look everywhere|"exitCode": ?2/);
});

import { expect, test } from "vitest";
import { coverage, readIncident, readLog, type Outline } from "./index.ts";

/** An outline of the headings and fences that these texts use, so that no parser is needed here. */
function outline(text: string): Outline {
  const headings = Array.from(text.matchAll(/^(#{1,6}) (.+)$/gm), (found) => ({
    at: [found.index, found.index + found[0].length] as const,
    depth: found[1]!.length,
    text: found[2]!,
  }));
  const fences = Array.from(text.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)\n```$/gm), (found) => ({
    at: [found.index, found.index + found[0].length] as const,
    language: found[1]!,
    meta: found[2]!,
    code: found[3]!,
  }));
  return { headings, fences };
}

const page = `# P-11: A page in a card

- Log: a platform
- Lint: yes
- Status: enforced
- Rules: html/unclosed-div, html/wrong-section-depth

## What broke

It broke.

## Bad form

\`\`\`html file=a.html options={"html/unclosed-div":{"also":["main"]}}
<div>
\`\`\`

\`\`\`text
a.html:1 html/unclosed-div
\`\`\`

## Fixed form

\`\`\`html file=a.html
<div></div>
\`\`\`
`;

test("a page gives its facts and both of its forms", () => {
  expect(readIncident(page, outline(page))).toEqual({
    id: "P-11",
    title: "A page in a card",
    log: "a platform",
    lint: "yes",
    status: "enforced",
    rules: ["html/unclosed-div", "html/wrong-section-depth"],
    sections: ["What broke", "Bad form", "Fixed form"],
    bad: {
      before: {},
      after: { "a.html": "<div>\n" },
      options: { "html/unclosed-div": { also: ["main"] } },
      places: ["a.html:1 html/unclosed-div"],
    },
    fixed: { before: {}, after: { "a.html": "<div></div>\n" }, options: {}, places: [] },
  });
});

test.each([
  ["# P-11", 'a page begins with "# ID: what happened"'],
  ["# P-11: x\n\n- Lint: perhaps\n- Status: open\n", "Lint is one of yes, diff, no, partly, not perhaps"],
  ["# P-11: x\n\n- Lint: yes\n", "Status is one of enforced, partial, behavioural, open, not missing"],
])("%j is refused", (text, message) => {
  expect(() => readIncident(text, outline(text))).toThrow(message);
});

const log = `# Mistakes

### M-001: first

Stopped by \`html/unclosed-div\`.

#### M-001b is no entry of its own

### M-002 – second

- Status: behavioural

### M-003: third

Nothing yet; the rule html/unclosed-div-again does not exist.

### M-004: fourth

html/unclosed-div and sql/off.
`;

test("a log has an entry for each heading that begins with an id", () => {
  const entries = readLog({ source: "docs/MISTAKES.md", id: "M-\\d{3}" }, log, outline(log));
  expect(entries.map(({ id, title }) => [id, title])).toEqual([
    ["M-001", "first"],
    ["M-002", "second"],
    ["M-003", "third"],
    ["M-004", "fourth"],
  ]);
});

test("an entry without a rule that is on is a story", () => {
  const entries = readLog({ source: "docs/MISTAKES.md", id: "M-\\d{3}" }, log, outline(log));
  const states = new Map([
    ["html/unclosed-div", "on"],
    ["sql/off", "off"],
  ] as const);
  expect(coverage(entries, states).map(({ entry, status, rules }) => [entry.id, status, ...rules])).toEqual([
    ["M-001", "enforced", "html/unclosed-div"],
    ["M-002", "behavioural"],
    ["M-003", "open"],
    ["M-004", "partial", "html/unclosed-div"],
  ]);
});

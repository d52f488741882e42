import { sourceFile } from "@failcheck/core";
import { html } from "@failcheck/languages";
import { expect, test } from "vitest";
import { unclosedDiv } from "./unclosed-div.ts";

const parse = await html.load();
const encoder = new TextEncoder();

/** By itself, so that this program holds no page that lacks an end tag. */
const start = "<div>";

const pageOf = (body: string): string => `<html><body>\n${body}\n</body></html>`;

function check(text: string) {
  const file = sourceFile("a.j2", encoder.encode(text));
  return [...unclosedDiv.check(undefined, parse(file), file, { also: [], groups: [] })];
}

const messages = (body: string): readonly string[] => check(pageOf(body)).map(({ message }) => message);

test.each([
  ["before the end of its branch", "<p>x</p>\n{% if a %}\n  <div>\n    {{ b }}\n{% endif %}\n<div>c</div>"],
  ["before the next branch", "<div>\n{% if a %}\n  <div><p>b</p>\n{% else %}\n  <p>c</p>\n{% endif %}\n</div>"],
  ["in the turn of a loop", "{% for a in b %}\n  {% if c %}\n    <div>\n      <p>d</p>\n  {% endif %}\n{% endfor %}\n<p>e</p>"],
  ["behind a value", `<section>\n  ${start}\n    {{ a }}\n</section>`],
])("the end tag is added %s, and the page comes out even", (_, body) => {
  const text = pageOf(body);
  const [edit] = check(text).flatMap(({ fix = [] }) => fix);
  const [from, to] = edit?.at ?? [0, 0];
  expect(edit?.text).toMatch(/<\/div>$/);
  expect(text.slice(0, from)).toMatch(/(?:\}\}|<\/p>|<div>)$/);
  expect(check(text.slice(0, from) + (edit?.text ?? "") + text.slice(to))).toEqual([]);
});

test.each([
  [
    "an if in two loops",
    "{% for a in b %}{% for c in a %}\n{% if d %}\n<div>\n{% endif %}\n{% endfor %}{% endfor %}",
    'when "if d"',
  ],
  [
    "ifs in three loops",
    "{% for a in b %}{% for c in a %}{% for d in c %}\n{% if e %}<div>{% endif %}{% if e %}</div>{% endif %}\n{% if f %}<div>{% endif %}\n{% endfor %}{% endfor %}{% endfor %}",
    'when "if f"',
  ],
  [
    "loops within each other",
    `${"{% for a in b %}\n".repeat(30)}<div>\n${"{% endfor %}".repeat(30)}`,
    'when "for a in b" has one turn',
  ],
])("nested turns are not too many to try: %s", (_, body, when) => {
  expect(messages(body)).toEqual([expect.stringContaining(when)]);
});

test.each([
  [
    "by the first and the last turn",
    "{% for a in b %}{% for c in a %}{% if loop.first %}<div>{% endif %}<p>{% if loop.last %}</div>{% endif %}{% endfor %}{% endfor %}",
  ],
  [
    "by what was before",
    "{% for a in b %}{% for c in a %}{% if d %}{% if e %}</div>{% endif %}<div>{% endif %}{% endfor %}{% if f %}</div>{% endif %}{% endfor %}",
  ],
])("conditions that hang together in nested loops are not judged: %s", (_, body) => {
  expect(messages(body)).toEqual([]);
});

import { sourceFile } from "@failcheck/core";
import { html, htmlInMarkdown } from "@failcheck/languages";
import { expect, test } from "vitest";
import { sectionOutOfOrder } from "./section-out-of-order.ts";
import { outOfOrder } from "./sections/out-of-order.ts";
import { unclosedDiv } from "./unclosed-div.ts";

const inHtml = await html.load();
const inMarkdown = await htmlInMarkdown.load();

/** How many findings two rules have; at these sizes, what takes the square of a page's length does not end within a test's time. */
function findings(path: string, text: string): number {
  const file = sourceFile(path, new TextEncoder().encode(text));
  const tree = (path.endsWith(".md") ? inMarkdown : inHtml)(file);
  const lost = [...unclosedDiv.check(undefined, tree, file, { also: ["section"], groups: [] })];
  return lost.length + [...sectionOutOfOrder.check(tree, file, { order: [] })].length;
}

const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join("");

test.each([
  ["divs within each other", "<div>".repeat(50_000) + "</div>".repeat(50_000), 0],
  ["ifs within each other", "{% if a %}<div>\n".repeat(10_000) + "</div>{% endif %}\n".repeat(10_000), 0],
  ["halves within each other", "{% if a %}<div>\n".repeat(10_000) + "{% endif %}\n".repeat(10_000), 0],
  ["conditions beside each other", many(5000, (at) => `{% if a${at} %}<div>\n{% endif %}</div>\n`), 0],
  ["an open comment", `<div>\n<!-- ${"<div>\n".repeat(30_000)}`, 1],
  ["an open quote", `<div class="a${"<div></div>\n".repeat(30_000)}`, 1],
  ["brackets", "<".repeat(300_000), 0],
  ["braces", "{{".repeat(150_000), 0],
  ["openers of code", "<%".repeat(150_000), 0],
  ["comments of Go that never end", "{{/* }} ".repeat(50_000), 0],
  ["texts of PHP that never end", "<?php <<<A\n ?>".repeat(30_000), 0],
  ["raw blocks behind the last end of one", `{% endraw %}${"{% raw %}".repeat(50_000)}`, 0],
  ["stray end tags in SVG", `<svg>${"<g>".repeat(50_000)}${"</x>".repeat(50_000)}`, 0],
  ["NULs", `<div>${"\0".repeat(300_000)}`, 1],
  ["attributes", `<div ${"a=b ".repeat(75_000)}></div>`, 0],
])("bad input is read in a straight line: %s", (_, text, count) => {
  expect(findings("page.html", text)).toBe(count);
  expect(findings("notes.md", text)).toBeLessThan(100);
});

test("a contents list of ten thousand links, which the page turns round", () => {
  const links = many(10_000, (at) => `<li><a href="#s${at}">${(at * 7919) % 10_000}</a></li>\n`);
  const sections = many(10_000, (at) => `<section id="s${9999 - at}"><p>a</p></section>\n`);
  expect(findings("page.html", `<nav><ul>${links}</ul></nav>\n${sections}`)).toBe(9999);
});

test("the longest run in order is found without comparing each with each", () => {
  let looks = 0;
  const entries = Array.from({ length: 4096 }, (_, at) => ({
    get index() {
      looks++;
      return (at * 1663) % 4096;
    },
  }));
  const moved = outOfOrder(entries).length;
  expect(moved).toBeGreaterThan(0);
  expect(looks).toBeLessThan(entries.length * 10);
});

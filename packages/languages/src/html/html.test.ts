import { sourceFile } from "@failcheck/core";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { expect, test } from "vitest";
import { parse } from "./html-parser.ts";

const encoder = new TextEncoder();
const pageOf = (text: string, path = "a.html") => parse(sourceFile(path, encoder.encode(text))).pages[0]!;

/** Each div's chain of divs, by the standard's own parser. */
function chainsOf(node: DefaultTreeAdapterTypes.ParentNode, depth = 0): number[] {
  return node.childNodes.flatMap((child) => {
    if (!("tagName" in child)) return [];
    const inner = child.tagName === "div" ? depth + 1 : depth;
    const content = "content" in child ? child.content : child;
    return [...(child.tagName === "div" ? [inner] : []), ...chainsOf(content, inner)];
  });
}

test.each([
  ["a paragraph ends at a block", "<p><div>a</div></p><div></div>"],
  ["items end each other, across a div", "<ul><li><div>a<li><div>b</div></ul><div></div>"],
  ["terms end each other", "<dl><dt><div></div><dd><div></div><dt>x</dl><div></div>"],
  ["a cell is a wall", "<div><table><tr><td></div><div></div></table></div><div></div>"],
  ["cells and rows end each other", "<table><tr><td><div><td><div></div><tr><td><div></div></table><div></div>"],
  ["a bold text does not end a div", "<div><b><div></b></div></div><div></div>"],
  ["a span does not end a div", "<span><div></span><div></div></div><div></div>"],
  ["a div ends SVG", "<svg><g><div></div></g></svg><div></div>"],
  ["HTML in SVG", "<svg><foreignObject><div></div></foreignObject><path/></svg><div></div>"],
  ["a template is a world of its own", "<div><template></div><div></div></template></div><div></div>"],
  ["a section ends what stands open in it", "<section><div><div></section><div></div>"],
  ["raw text holds no tags", "<script>'<div>'</script><style><div></style><textarea><div></textarea><div></div>"],
  ["a comment holds no tags", "<!-- <div> --><div></div><!--[if IE]><div><![endif]-->"],
  ["markup in an attribute is text", `<iframe srcdoc="<div><p>a</div></div>"></iframe><div></div>`],
  ["HTML in MathML", "<math><mi><div></div></mi><mtext><div></div></mtext></math><div></div>"],
  ["a div ends MathML", "<math><mrow><div></div></mrow></math><div></div>"],
  ["a conditional comment that all browsers see", "<![if !IE]><div><div></div></div><![endif]><div></div>"],
  ["line ends of two characters", "<div\r\n class='a'>\r\n<div>\r\n</div\r\n></div>\r\n<div></div>"],
  ["a template in a template", "<template><div><template></div><div></div></template></div></template><div></div>"],
  ["a form leaves open what stands in it", "<form><div></form><div></div></div><div></div>"],
  ["a slash is ignored", "<div/><div></div></div><div></div>"],
])("nests as the standard does: %s", (_, text) => {
  const { elements } = pageOf(text).nesting();
  const divs = elements.filter(({ tag }) => tag.name === "div");
  const chains = divs.map((element) => {
    let chain = 0;
    for (let at: typeof element | undefined = element; at !== undefined; at = at.parent) if (at.tag.name === "div") chain++;
    return chain;
  });
  expect(chains).toEqual(chainsOf(parseFragment(text)));
});

test("positions are exact behind line ends of two characters and text beyond ASCII", () => {
  const text = "\r\n<p>größer 😀</p>\r\n<DIV Class='a > b'>x</DIV >";
  const { tags } = pageOf(text);
  expect(tags.map(({ at }) => text.slice(...at))).toEqual(["<p>", "</p>", "<DIV Class='a > b'>", "</DIV >"]);
});

test("template tags are masked to equal length, in attribute values too", () => {
  const text = `<div class="{{ a > "b" }}">{% if a < b %}<p>{# <div> #}{% endif %}<?php if ($a > 1) { ?><%= "<div>" %>`;
  const page = pageOf(text);
  expect(page.markup).toHaveLength(text.length);
  expect(page.tags.map(({ name }) => name)).toEqual(["div", "p"]);
});

test.each([
  ["both branches open", "{% if a %}<div class='x'>{% else %}<div>{% endif %}</div>", 1],
  ["the same condition twice", "{% if a %}<div>{% endif %}{% if a %}</div>{% endif %}", 2],
  ["a negation is no other condition", "{% if not a %}<div>{% endif %}{% if a %}{% else %}</div>{% endif %}", 2],
  ["Go ends everything with end", "{{ if .A }}<div>{{ else }}<div>{{ end }}</div>", 1],
  ["braces", "<% if (a) { %><div><% } else { %><div><% } %></div>", 1],
])("reads a template's branches: %s", (_, text, ways) => {
  const page = pageOf(text);
  const readings = page.readings();
  expect(readings.ways).toHaveLength(ways);
  expect(readings.ways.every(({ tags }) => page.nest(tags).unclosed.length === 0 && page.nest(tags).stray.length === 0)).toBe(
    true,
  );
});

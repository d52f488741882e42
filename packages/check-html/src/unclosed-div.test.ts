import { sourceFile } from "@failcheck/core";
import { html } from "@failcheck/languages";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unclosedDiv } from "./unclosed-div.ts";

const parse = await html.load();
const encoder = new TextEncoder();
const options = { also: ["section", "main"], groups: [] };

function lost(text: string): readonly string[] {
  const file = sourceFile("page.html", encoder.encode(text));
  return [...unclosedDiv.check(undefined, parse(file), file, options)].map(({ message }) => message);
}

/** Balanced markup of divs, sections and paragraphs with any white space between the tags. */
const { markup } = fc.letrec<{ markup: string }>((tie) => ({
  markup: fc
    .array(
      fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("text", "<br>", "<p>a", "\n", "  \n    ", "<!-- <div> -->"),
        fc.tuple(fc.constantFrom("div", "section", "main"), tie("markup")).map(([name, inner]) => `<${name}>${inner}</${name}>`),
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join("")),
}));

test("what is balanced is silent, however it is laid out", () => {
  fc.assert(
    fc.property(markup, (text) => {
      expect(lost(text)).toEqual([]);
    }),
  );
});

test("one end tag less, or one more, is always found", () => {
  fc.assert(
    fc.property(markup, fc.nat(), (text, at) => {
      const ends = [
        ...text.replace(/<!--.*?-->/g, (comment) => " ".repeat(comment.length)).matchAll(/<\/(?:div|section|main)>/g),
      ];
      const end = ends[at % Math.max(1, ends.length)];
      if (end === undefined) return;
      expect(lost(text.slice(0, end.index) + text.slice(end.index + end[0].length))).not.toEqual([]);
      expect(lost(text.slice(0, end.index) + end[0] + text.slice(end.index))).not.toEqual([]);
    }),
  );
});

test("of a long page, what is sound beyond doubt is passed over, and the lost tag is still named", () => {
  const card = (name: string, end = "  </div>\n") =>
    `  <div class="card">\n    <div class="${name}">\n      text\n    </div>\n${end}`;
  const many = card("body").repeat(1500);
  expect(lost(`<div>\n${many}${card("lost", "")}${many}</div>\n`)).toEqual(['<div class="card"> opened here is never closed']);
  const stray = card("twice").replace("    </div>\n", "    </div>\n    </div>\n");
  expect(lost(`<div>\n${many}${stray}${many}</div>\n`)).toEqual(["</div> closes nothing"]);
});

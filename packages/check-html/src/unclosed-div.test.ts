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

test("of very many equal candidates the first and the last line are told, and some are shown", () => {
  const file = sourceFile("page.html", encoder.encode("<div>\n".repeat(3000) + "</div>\n".repeat(2999)));
  const [report, ...more] = [...unclosedDiv.check(undefined, parse(file), file, options)];
  expect(more).toEqual([]);
  expect(report?.message).toBe("one <div> of the 3000 from line 1 to 3000 is never closed");
  expect(report?.related).toHaveLength(21);
});

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

const others = "article aside header footer nav form fieldset figure table ul blockquote details dialog template button".split(
  " ",
);

/** Balanced markup of other elements, in templates and out of them, on one line, flat and indented. */
const { mixture } = fc.letrec<{ mixture: string }>((tie) => ({
  mixture: fc
    .array(
      fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("text", "<br>", "<li>a", "<td>", "<img/>", "\r\n", "\n\t", "<svg><path/></svg>"),
        fc.tuple(fc.constantFrom(...others), tie("mixture")).map(([name, inner]) => `<${name}>${inner}</${name}>`),
        fc.tuple(fc.nat(999), tie("mixture")).map(([name, inner]) => `{% if a${name} %}${inner}{% endif %}`),
        tie("mixture").map((inner) => `{% for a in b %}\n  ${inner}{% endfor %}`),
        fc.tuple(fc.nat(99), tie("mixture")).map(([name, inner]) => `{% for c in d${name} %}${inner}{% endfor %}`),
        tie("mixture").map((inner) => `<?php if ($a): ?>${inner}<?php endif ?>`),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join("")),
}));

test("so are other elements and templates, and one end tag less is always found", () => {
  fc.assert(
    fc.property(mixture, fc.nat(), (text, at) => {
      const file = sourceFile("page.html", encoder.encode(text));
      const check = (markup: string) => [
        ...unclosedDiv.check(undefined, parse(sourceFile(file.path, encoder.encode(markup))), file, { also: others, groups: [] }),
      ];
      expect(check(text)).toEqual([]);
      const ends = [...text.matchAll(/<\/(?!svg)[a-z]+>/g)];
      const end = ends[at % Math.max(1, ends.length)];
      if (end !== undefined) expect(check(text.slice(0, end.index) + text.slice(end.index + end[0].length))).not.toEqual([]);
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

/** A page that is indented, but for one box whose content stands at its own margin. */
const indented = `<div class="page">
  <div class="head">
    <div class="logo"><div>a</div></div>
    <div class="nav">
      text
    </div>
  </div>
  <div class="odd">
  <div class="inner">b</div>
  </div>

  <section class="main">
    <div class="row">
      <div class="col">
        <div class="card">
        </div>
      </div>

      <div class="col">
      </div>
    </div>
  </section>
</div>
`.split("\n");
const pairs: [start: number, end: number][] = [];
const open: number[] = [];
for (const [at, line] of indented.entries()) {
  if (/^ *<\w[^<]*>$/.test(line)) open.push(at);
  else if (/^ *<\/\w+>$/.test(line)) pairs.push([open.pop() ?? 0, at]);
}

test.each(pairs)("of an indented page, the tag is named whose other half is gone: lines %i and %i", (start, end) => {
  expect(lostLines(indented.toSpliced(end, 1))).toEqual([start]);
  expect(lostLines(indented.toSpliced(start, 1))).toEqual([end - 1]);
  expect([[end], [end + 1]]).toContainEqual(lostLines(indented.toSpliced(end, 0, indented[end] ?? "")));
});

/** The lines named, counted from 0. */
function lostLines(lines: readonly string[]): number[] {
  const text = lines.join("\n");
  const file = sourceFile("page.html", encoder.encode(text));
  return [...unclosedDiv.check(undefined, parse(file), file, options)].map(
    ({ at }) => text.slice(0, at[0]).split("\n").length - 1,
  );
}

/** A page of blocks, one of which was cut off at the next one's announcement. */
function cutPage(announce: (name: string) => string, tag = "div"): string {
  const block = (name: string) =>
    `  ${announce(name)}\n  <${tag} class="block" id="${name}">\n    <h2>${name}</h2>\n    <p>1</p>\n  </${tag}>\n`;
  const cut = `  ${announce("costs")}\n  <${tag} class="block">\n    <div class="cols">\n      <div class="card">\n        <div class="inner">\n          <p>9</p>\n`;
  return `<div class="page">\n${block("intro")}${cut}${block("staff")}${block("jobs")}${block("ads")}</div>\n`;
}

const announcements: [string, (name: string) => string, string?][] = [
  ["a comment with a word in front", (name) => `<!-- SECTION: ${name} -->`],
  ["a comment", (name) => `<!-- ${name} -->`],
  ["a comment between strokes", (name) => `<!-- ===== ${name} ===== -->`],
  ["nothing, sections", () => "", "section"],
  ["nothing, headings", () => ""],
];

test.each(announcements)("all four are named that were cut to the next block, announced by %s", (_, announce, tag = "div") => {
  const names = ['<div class="inner">', '<div class="card">', '<div class="cols">', `<${tag} class="block">`];
  const page = cutPage(announce, tag);
  expect(lost(page)).toEqual(names.map((name) => `${name} opened here is never closed`));
  expect(lost(page.replace(/^ +/gm, ""))).toEqual(names.map((name) => `${name} opened here is never closed`));
});

test("on a flat page, the block is named behind which the others would stand deeper", () => {
  const names = ["intro", "team", "faq", "steps", "contact", "prices", "quotes"];
  const blocks = names.map(
    (name) =>
      `<!-- SECTION: ${name} -->\n<div class="${name}">\n<div><div><p>${name}</p></div></div>\n${name === "steps" ? "" : "</div>\n"}`,
  );
  expect(lost(`<div class="wrap">\n${blocks.join("")}</div>\n`)).toEqual(['<div class="steps"> opened here is never closed']);
});

test("boxes that are indented alike stand beside each other, even where there are two", () => {
  const page = `<div class="harbour">\n  <div class="ships">\n    <p>3</p>\n  <div class="tides">\n    <p>2</p>\n  </div>\n</div>\n`;
  expect(lost(page)).toEqual(['<div class="ships"> opened here is never closed']);
});

test("an end tag that comes too early is one finding, whichever of the two elements is held to it", () => {
  for (const [outer, inner] of [
    ["div", "ul"],
    ["section", "article"],
    ["div", "main"],
  ])
    expect(lost(`<div>\n<${outer}><${inner}></${outer}></${inner}>\n</div>\n`)).toEqual([
      `</${outer}> stands before the end tag of an element inside`,
    ]);
});

test("an end tag closes what begins right before it on its line, and a further one, however it is indented, nothing", () => {
  const file = sourceFile(
    "page.html",
    encoder.encode("<p>a</p>\n  <div>\n    <div>1</div>\n      </div>\n    <p>2</p>\n  </div>\n"),
  );
  const [report] = unclosedDiv.check(undefined, parse(file), file, options);
  expect(file.text.slice(0, report?.at[0]).split("\n")).toHaveLength(4);
});

test("of candidates on one line, it is said how many there are", () => {
  expect(lost('<div id="page"><div id="content">\n<p>1</p>\n</div>\n')).toEqual(["one <div> of the 2 in line 1 is never closed"]);
});

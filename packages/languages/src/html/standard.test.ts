import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { sourceFile } from "@failcheck/core";
import fc from "fast-check";
import { defaultTreeAdapter, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, html, Parser, Token } from "parse5";
import { expect, test } from "vitest";
import { mustClose, traits } from "./elements.ts";
import { parse } from "./html-parser.ts";
import type { HtmlElement } from "./html.ts";

/** One of html5lib's inputs for the construction of trees, as `@mixmark-io/domino` carries them to npm. */
interface Input {
  readonly data: string;
  readonly fragment?: { readonly name: string; readonly ns?: string };
}

/** What is compared: the tags that lost their other half, and what each element stands in. Tags are named `div@7`, `/div@12`. */
interface Judgement {
  readonly lost: readonly string[];
  readonly holders: readonly string[];
}

const isJudged = (name: string): boolean => (traits(name) & mustClose) !== 0;

/** The standard's own parser, watched while it opens and closes elements. */
class Watched extends Parser<DefaultTreeAdapterMap> {
  readonly open = new Map<DefaultTreeAdapterTypes.ParentNode, string>();
  readonly holders = new Map<string, string>();
  readonly lost = new Set<string>();
  readonly ends = new Map<number, string>();

  override onEndTag(token: Token.TagToken): void {
    if (isJudged(token.tagName)) this.ends.set(token.location?.startOffset ?? -1, token.tagName);
    super.onEndTag(token);
  }

  override onItemPush(node: DefaultTreeAdapterTypes.ParentNode, id: number, isTop: boolean): void {
    super.onItemPush(node, id, isTop);
    const name = nameOf(node);
    if (name === undefined) return;
    if (!this.holders.has(name)) this.holders.set(name, [...this.open.values()].at(-1) ?? "the page");
    this.open.set(node, name);
  }

  override onItemPop(node: DefaultTreeAdapterTypes.ParentNode, isTop: boolean): void {
    super.onItemPop(node, isTop);
    const name = this.open.get(node);
    this.open.delete(node);
    const by = this.currentToken;
    const isOwn = by?.type === Token.TokenType.END_TAG && "tagName" in node && by.tagName === node.tagName;
    if (isOwn && this.ends.delete(by.location?.startOffset ?? -1)) return;
    if (name !== undefined) this.lost.add(name);
  }
}

/** The name of an element that we judge. */
function nameOf(node: DefaultTreeAdapterTypes.ParentNode): string | undefined {
  if (!("tagName" in node) || node.namespaceURI !== html.NS.HTML || !isJudged(node.tagName)) return undefined;
  return node.sourceCodeLocation ? `${node.tagName}@${node.sourceCodeLocation.startOffset}` : undefined;
}

function standard({ data, fragment }: Input): Judgement {
  const options = { sourceCodeLocationInfo: true, scriptingEnabled: false };
  const context = fragment && defaultTreeAdapter.createElement(fragment.name, namespaceOf(fragment.ns), []);
  const parser = context ? Watched.getFragmentParser(context, options) : new Watched(options);
  if (!(parser instanceof Watched)) throw new Error("parse5 makes the parser that it is asked for");
  parser.tokenizer.write(data, true);
  const strays = [...parser.ends].map(([at, name]) => `/${name}@${at}`);
  return judgement([...parser.lost, ...parser.open.values(), ...strays], parser.holders);
}

const namespaceOf = (uri: string | undefined): html.NS => Object.values(html.NS).find((known) => known === uri) ?? html.NS.HTML;

function ours({ data }: Input): Judgement {
  const page = parse(sourceFile("a.html", new TextEncoder().encode(data))).pages[0]!;
  const { elements, unclosed, stray } = page.nesting();
  const named = ({ tag }: HtmlElement) => `${tag.name}@${tag.at[0]}`;
  const isOne = ({ tag, foreign }: HtmlElement) => isJudged(tag.name) && !foreign;
  const holders = elements.filter(isOne).map((element) => {
    let holder = element.parent;
    while (holder !== undefined && !isOne(holder)) holder = holder.parent;
    return [named(element), holder ? named(holder) : "the page"] as const;
  });
  const strays = stray.map(({ name, at }) => `/${name}@${at[0]}`);
  return judgement([...unclosed.map(({ element }) => named(element)), ...strays], holders);
}

function judgement(lost: readonly string[], holders: Iterable<readonly [string, string]>): Judgement {
  return { lost: [...new Set(lost)].sort(), holders: [...holders].map(([element, holder]) => `${element} in ${holder}`).sort() };
}

const isAlike = (input: Input): boolean => JSON.stringify(ours(input)) === JSON.stringify(standard(input));

/** Where we part from the standard, and why. */
const exceptions: readonly (readonly [reason: string, ...inputs: string[]])[] = [
  [
    "a browser ignores a form within a form and a select within a select; what its author lost is one end tag, not these two",
    "<!doctype html><form><table></form><form></table></form>",
    "<!doctype html><form><table><form>",
    "<!doctype html><table><form></table><form>",
    "<!doctype html><table><form><form>",
    "<form><form>",
    "<!DOCTYPE html><select><optgroup><option></optgroup><option><select><option>",
    "<!doctype html><select><select>X",
    "<select><b><option><select><option></b></select>",
    "<select><b><option><select><option></b></select>X",
    "<select><option>A<select><option>B<select><option>C<select><option>D<select><option>E<select><option>F<select><option>G<select>",
  ],
  [
    "a form between a table and its rows is taken off the stack at once, and still holds its fields",
    "<table><form><input type=hidden><input></form><div></div></table>",
  ],
  [
    "a table between another one and its cells ends that one; where both are closed, nothing is lost",
    "<table><table>",
    "x<table><table>x",
    "<TABLE>\n<TR>\n<CENTER><CENTER><TD></TD></TR><TR>\n<FONT>\n<TABLE><tr></tr></TABLE>\n</P>\n<a></font><font></a>\nThis page contains an insanely badly-nested tag sequence.",
    "<table><select><table></table></select></table>",
  ],
  ["a template that begins with a column holds nothing but columns", "<body><template><col><div>"],
  [
    "a page of frames has no elements",
    "<frameset></frameset>\n<div>",
    "<frameset><div>",
    "<frameset><template><frame></frame></template></frameset>",
  ],
  [
    "parse5 ends a template at one in SVG; the inputs' own answer is ours",
    "<template><svg><foo><template><foreignObject><div></template><div>",
  ],
  ["a file does not say that it is put into a table, or into MathML", "<table><tr>", "<figure></figure>", "<figure></figure>"],
];

const isSuites = (value: unknown): value is Readonly<Record<string, readonly Input[]>> =>
  typeof value === "object" && value !== null;

function inputs(): readonly Input[] {
  const file = createRequire(import.meta.url).resolve("@mixmark-io/domino/test/html5lib-tests.json");
  const suites: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isSuites(suites)) throw new Error("html5lib's inputs stand in suites");
  const all = Object.values(suites).flat();
  return [...new Map(all.map((input) => [JSON.stringify([input.data, input.fragment]), input])).values()];
}

test("html5lib's inputs nest as the standard's parser nests them, and lose the same tags", () => {
  const all = inputs();
  expect(all.length).toBeGreaterThan(1500);
  const different = all.filter((input) => !isAlike(input)).map(({ data }) => data);
  expect(different.sort()).toEqual(exceptions.flatMap(([, ...known]) => known).sort());
});

const names =
  "div section main article ul li dl dt dd p h1 h2 b a span button fieldset template table tr td th caption svg path foreignObject title";

test("any run of tags nests as the standard's parser nests it", () => {
  const tag = fc
    .tuple(fc.constantFrom(...names.split(" ")), fc.constantFrom("", "/"))
    .map(([name, slash]) => `<${slash}${name}>`);
  const runs = fc.array(tag, { maxLength: 12 }).map((tags) => `<body>${tags.join("")}`);
  const isLeft = (data: string): boolean => /<template>|<table>.*<table>/.test(data);
  fc.assert(
    fc.property(runs, (data) => {
      if (!isLeft(data)) expect(ours({ data })).toEqual(standard({ data }));
    }),
    { numRuns: 3000, seed: 11 },
  );
});

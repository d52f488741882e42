import type { Language, Parse, Problem, Range, SourceFile } from "@failcheck/core";
import type { CodeTree } from "../code/code-tree.ts";
import type { StringLiteral } from "../code/strings.ts";
import type { HtmlDialect } from "./dialect.ts";
import type { HtmlTree } from "./html.ts";
import { declarations, jsxMarkup, uneven } from "./jsx-markup.ts";
import { pages, type Stretch } from "./page-parser.ts";
import { comesOutEven, markup, mayBeHalf, type WrittenPage, writtenPages } from "./written-pages.ts";

/** Reads the pages that stand in a program's strings. */
export async function loadCodeHtml(language: Language<CodeTree>): Promise<Parse<HtmlTree>> {
  const parse = await language.load();
  return (file) => {
    const problems: Problem[] = [];
    if (!(mayHoldJsx.test(file.path) ? /<\/?[a-z]/i : /<\/[a-z]/i).test(file.text)) return { pages: [], problems };
    const tree = parse(file);
    if (tree.problems.length > 0 && mayHoldJsx.test(file.path)) {
      return { pages: pages(file.text, jsxPages(file), problems), problems: [...tree.problems, ...problems] };
    }
    const whole = tree.strings.flatMap((literal): Stretch[] => {
      const text = markupOf(literal);
      const dialect = dialectOf(literal) ?? (isPage(text, isLit(literal)) && !choosesHalves(literal) ? "html" : undefined);
      if (dialect === undefined) return [];
      return [{ text, at: literal.at, dialect, path: file.path }];
    });
    return { pages: pages(file.text, [...whole, ...written(tree, file)], problems), problems };
  };
}

/** The pages that the program writes piece by piece, each piece in its place. */
function written(tree: CodeTree, file: SourceFile): Stretch[] {
  return writtenPages(tree).flatMap((one): Stretch[] => {
    const pieces = one.literals.filter((literal) => dialectOf(literal) === undefined && !isPage(markupOf(literal)));
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const whole = pieces.map(markup).join("");
    if (!isWhole(whole, one)) return [];
    const at = [first.at[0], last.at[1]] as const;
    const blanks = file.text.slice(...at).replace(/[^\r\n]/g, " ");
    let text = "";
    // where no piece is indented by its text, the columns of the program say nothing about the page
    const isLaidOut = pieces.some(({ pieces: [start] }) => start?.kind === "text" && /^[ \t]+</.test(start.text));
    for (const piece of pieces) {
      const own = markupOf(piece);
      text += blanks.slice(text.length, piece.at[0] - at[0]) + (isLaidOut ? own : `"${own.slice(1)}`);
    }
    return [{ text, at, dialect: "html", path: file.path }];
  });
}

/** A whole page, or a box of which all else but one tag is there, so that it is no half on purpose. */
function isWhole(text: string, { isOwn, hasMore, within }: WrittenPage): boolean {
  if (/^\s*<(?:!doctype html|html)\b/i.test(text)) return /<\/html>\s*$/i.test(text);
  if (!isOwn || hasMore || mayBeHalf.test(within)) return false;
  if (isPage(text)) return true;
  if (!/^\s*<div\b/i.test(text) || !/<\/div>\s*$/i.test(text)) return false;
  const ends = text.match(/<\/div>/gi)?.length ?? 0;
  return ends > 1 && Math.abs((text.match(/<div\b/gi)?.length ?? 0) - ends) === 1;
}

const mayHoldJsx = /\.(?:[jt]sx|[cm]?js)$/i;

/** How deep markup in attributes of markup in attributes is looked for, and how many places a file is blamed for. */
const deepest = 8;
const mostPlaces = 40;

/**
 * The markup of each declaration of a file that its parser refuses, and of each attribute, where it does not come out even: what
 * parses has no tag that lost its other half.
 */
function jsxPages({ text: source, path }: SourceFile): Stretch[] {
  const whole = jsxMarkup(source);
  const places = [
    ...uneven(declarations(source), whole.tags).map((at) => ({ at, text: whole.markup.slice(...at) })),
    ...unevenAttributes(source, whole.inner, 0),
  ];
  return places.slice(0, mostPlaces).map((place): Stretch => ({ ...place, dialect: "jsx", path }));
}

/** The attributes whose own markup does not come out even. */
function unevenAttributes(source: string, inner: readonly Range[], depth: number): { at: Range; text: string }[] {
  return inner.flatMap((at) => {
    const [from] = at;
    const found = jsxMarkup(source.slice(...at));
    const isUneven = uneven([[0, found.markup.length]], found.tags).length > 0;
    const deeper = found.inner.map(([start, end]) => [from + start, from + end] as const);
    const own = isUneven ? [{ at, text: found.markup }] : [];
    return [...own, ...(depth < deepest ? unevenAttributes(source, deeper, depth + 1) : [])];
  });
}

/** The literal with each character where it stands in the file; escapes, interpolations and quotes are blank. */
function markupOf(literal: StringLiteral): string {
  const from = literal.at[0];
  const characters: string[] = Array.from({ length: literal.at[1] - from }, () => " ");
  for (const piece of literal.pieces) {
    if (piece.kind === "hole") continue;
    for (let index = 0; index < piece.text.length; index++) {
      const at = piece.source(index) - from;
      if (at >= 0 && at < characters.length) characters[at] = piece.text[index] ?? " ";
    }
  }
  return characters.join("");
}

/** Matches what begins like a document, or like an element that is a part of one: `<!doctype html>`, `<section id="a">`. */
const begins = /^\s*(?:<!doctype html|<(html|body|section|main|article|header|footer|table|form)\b)/i;

/** The same for what is a whole by its place: any element that must be closed. */
const beginsElement = /^\s*<(div|html|body|section|main|article|header|footer|table|form|nav|aside|ul|ol)\b/i;

/** A template of lit, which must be whole by itself. */
const isLit = ({ node }: StringLiteral): boolean =>
  node.type === "TaggedTemplateExpression" && node.child("tag")?.text === "html";

/** What is filled in may write one half of an element or another: `${a ? "<div class=b>" : "<div>"}`. */
const choosesHalves = ({ pieces }: StringLiteral): boolean =>
  pieces.some((piece) => piece.kind === "hole" && piece.node?.text.includes("<") === true && !comesOutEven(piece.node.text));

/** Whether a string is clearly a page or a whole part of one: it begins with the start tag of what its last end tag closes. */
function isPage(text: string, isWhole = false): boolean {
  const match = (isWhole ? beginsElement : begins).exec(text);
  if (match === null) return false;
  const name = match[1]?.toLowerCase() ?? "html";
  return text.trimEnd().toLowerCase().endsWith(`</${name}>`);
}

/** The framework whose compiler reads the string as a template of its own: `@Component({ template: … })`, `{ setup() {}, template: … }`. */
function dialectOf({ node }: StringLiteral): HtmlDialect | undefined {
  const property = node.parent;
  if (property?.type !== "Property" || node.field !== "value" || property.child("key")?.text !== "template") return undefined;
  const holder = property.parent?.parent;
  if (holder?.type === "CallExpression" && holder.child("callee")?.text === "Component") return "angular";
  const siblings = property.parent?.children.map((sibling) => sibling.child("key")?.text ?? "") ?? [];
  return siblings.some((name) => vueOptions.has(name)) ? "vue" : undefined;
}

const vueOptions: ReadonlySet<string> = new Set(["setup", "data", "props", "computed", "components", "methods", "emits"]);

import { type Parse, type Problem, type Range, sourceFile, type SourceFile } from "@failcheck/core";
import { markdown, type MarkdownTree } from "../markdown/markdown.ts";
import type { HtmlTree } from "./html.ts";
import { pages } from "./page-parser.ts";
import { blanked } from "./template-tags.ts";

/** Reads the HTML of Markdown documents. */
export async function loadMarkdownHtml(): Promise<Parse<HtmlTree>> {
  const parse = await markdown.load();
  return (file) => {
    if (!/<\/?[a-z]/i.test(file.text)) return { pages: [], problems: [] };
    const tree = mayHoldCode.test(file.text) ? documentOf(file, parse) : undefined;
    const text = blanked(file.text, noMarkup(tree, file.text));
    const problems: Problem[] = [];
    return { pages: pages(file.text, [{ text, at: [0, text.length], dialect: "html", path: file.path }], problems), problems };
  };
}

/** Without any of these no code and no front matter can stand there: matches a backtick, `~~~`, an indent; not `a <b>c</b>`. */
const mayHoldCode = /`|~~~| {4}|\t|^(?:---|\+\+\+)/;

/** Nobody writes a paragraph of this length, and the time that reading one takes grows with its square. */
const longestParagraph = 60_000;

/** Matches lines that begin or are something else than a paragraph: `- a`, `| a`, `# a`, `<div>`, an empty one; not `a`, not `{% if a %}`. */
const otherLine = /^[ \t>]*(?:$|[-*+|#<`~]|\d{1,9}[.)])/;

/** The document; one whose paragraphs are too long for one is read without them. */
function documentOf(file: SourceFile, parse: Parse<MarkdownTree>): MarkdownTree {
  const tooLong = longParagraphs(file.text);
  return parse(tooLong.length === 0 ? file : sourceFile(file.path, new TextEncoder().encode(blanked(file.text, tooLong))));
}

function longParagraphs(text: string): { readonly at: Range }[] {
  const found: { readonly at: Range }[] = [];
  let from = 0;
  const endAt = (end: number): void => {
    if (end - from > longestParagraph) found.push({ at: [from, end] });
  };
  for (let start = 0, end = 0; end < text.length; start = end + 1) {
    const next = text.indexOf("\n", start);
    end = next < 0 ? text.length : next;
    if (!otherLine.test(text.slice(start, Math.min(end, start + 80)))) continue;
    endAt(start);
    from = end;
  }
  endAt(text.length);
  return found;
}

/** Matches `\<` and `<https://example.org>`; not `<a>`. */
const noTag = /\\<|<[a-z][a-z0-9+.-]{1,30}:[^<>\s]{0,500}>/gi;

/** What looks like a tag and is none: code, front matter, escaped brackets, addresses in angle brackets. */
function noMarkup(tree: MarkdownTree | undefined, text: string): { readonly at: Range }[] {
  const escaped = [...text.matchAll(noTag)].map((match) => ({ at: [match.index, match.index + match[0].length] as const }));
  if (tree === undefined) return escaped;
  const front = tree.frontMatter === undefined ? [] : [tree.frontMatter];
  return [...tree.fences, ...tree.code, ...front, ...escaped].sort((a, b) => a.at[0] - b.at[0]);
}

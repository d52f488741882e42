import type { Parse, Problem, Range } from "@failcheck/core";
import { markdown, type MarkdownTree } from "../markdown/markdown.ts";
import type { HtmlTree } from "./html.ts";
import { pages } from "./page-parser.ts";
import { blanked } from "./template-tags.ts";

/** Reads the HTML of Markdown documents. */
export async function loadMarkdownHtml(): Promise<Parse<HtmlTree>> {
  const parse = await markdown.load();
  return (file) => {
    if (!/<\/?[a-z]/i.test(file.text)) return { pages: [], problems: [] };
    const text = blanked(file.text, noMarkup(parse(file), file.text));
    const problems: Problem[] = [];
    return { pages: pages(file.text, [{ text, at: [0, text.length], dialect: "html", path: file.path }], problems), problems };
  };
}

/** Matches `\<` and `<https://example.org>`; not `<a>`. */
const noTag = /\\<|<[a-z][a-z0-9+.-]{1,30}:[^<>\s]{0,500}>/gi;

/** What looks like a tag and is none: code, front matter, escaped brackets, addresses in angle brackets. */
function noMarkup(tree: MarkdownTree, text: string): { readonly at: Range }[] {
  const escaped = [...text.matchAll(noTag)].map((match) => ({ at: [match.index, match.index + match[0].length] as const }));
  const front = tree.frontMatter === undefined ? [] : [tree.frontMatter];
  return [...tree.fences, ...tree.code, ...front, ...escaped].sort((a, b) => a.at[0] - b.at[0]);
}

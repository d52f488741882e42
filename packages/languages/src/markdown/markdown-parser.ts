import type { Range, SourceFile } from "@failcheck/core";
import type { Nodes, Root } from "mdast";
import { fromMarkdown, type CompileContext, type Extension, type Token } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { collect, type Collected } from "./collect-parser.ts";
import { blankMdxCode } from "./mdx-parser.ts";
import type { MarkdownTree } from "./markdown.ts";

/** Reads a document, when one of its lists is first asked for. */
export function parse(file: SourceFile): MarkdownTree {
  let collected: Collected | undefined;
  const read = (): Collected => (collected ??= readDocument(file));
  return {
    get links() {
      return read().links;
    },
    get definitions() {
      return read().definitions;
    },
    get references() {
      return read().references;
    },
    get headings() {
      return read().headings;
    },
    get fences() {
      return read().fences;
    },
    get code() {
      return read().code;
    },
    get anchors() {
      return read().anchors;
    },
    get prose() {
      return read().prose;
    },
    get tables() {
      return read().tables;
    },
    get frontMatter() {
      return read().frontMatter;
    },
    get problems() {
      return read().problems;
    },
  };
}

/** A line nested deeper than any that a person writes; the reader needs quadratic time for it. Matches `>` 200 times, not 20 times. */
const deepLine = /^(?:[ \t]{0,8}>){200}/m;

function readDocument(file: SourceFile): Collected {
  const mdx = file.path.toLowerCase().endsWith(".mdx");
  const source = mdx ? blankMdxCode(file.text) : file.text;
  const urls = new Map<Nodes, Range>();
  const root = deepLine.test(source) ? undefined : readRoot(source, mdx, urls);
  if (root !== undefined) return collect(root, source, urls);
  return collect({ type: "root", children: [] }, "", urls, [{ at: [0, 0], message: "nested too deeply" }]);
}

/** In MDX a tag does not start a block of HTML, and an indented line is no code. */
const mdxSyntax = { disable: { null: ["htmlFlow", "codeIndented", "autolink"] } };

function readRoot(source: string, mdx: boolean, urls: Map<Nodes, Range>): Root | undefined {
  try {
    return fromMarkdown(source, {
      extensions: [gfm(), frontmatter(["yaml", "toml"]), ...(mdx ? [mdxSyntax] : [])],
      mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(["yaml", "toml"]), rememberUrls(urls)],
    });
  } catch (error) {
    // The compiler is recursive: 100,000 nested quotes exhaust the stack. That is a bad document, not a crash.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The tree has no positions for destinations; this notes them as the compiler passes. */
function rememberUrls(urls: Map<Nodes, Range>): Extension {
  function leave(this: CompileContext, token: Token): undefined {
    const url = this.resume();
    const node = this.stack.at(-1);
    if (node === undefined || !("url" in node)) return;
    node.url = url;
    urls.set(node, [token.start.offset, token.end.offset]);
  }
  return { exit: { resourceDestinationString: leave, definitionDestinationString: leave } };
}

import type { Range, SourceFile } from "@failcheck/core";
import type { Nodes, Root } from "mdast";
import { fromMarkdown, type CompileContext, type Extension, type Token } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { collect, type Collected } from "./collect-parser.ts";
import { blankMdxCode } from "./mdx-parser.ts";
import type { MarkdownSection, MarkdownTree } from "./markdown.ts";
import { sectionRanges } from "./sections-parser.ts";

/** Reads a document, when one of its lists is first asked for. */
export function parse(file: SourceFile): MarkdownTree {
  let collected: Collected | undefined;
  let sections: readonly MarkdownSection[] | undefined;
  const read = (): Collected => (collected ??= readPiece(sourceOf(file), [0, Infinity], isMdx(file)));
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
    sections: () => (sections ??= sectionsOf(file)),
  };
}

/** The sections, each read when something of it is first asked for. A page of MDX is one. */
function sectionsOf(file: SourceFile): readonly MarkdownSection[] {
  const source = sourceOf(file);
  const ranges: readonly Range[] = isMdx(file) ? [[0, source.length]] : sectionRanges(source);
  const definitions = ranges.length > 1 ? [...source.matchAll(definitionLine)] : [];
  return ranges.map((at) => {
    let collected: Collected | undefined;
    const elsewhere = definitions.filter(({ index }) => index < at[0] || index >= at[1]).map(([line]) => line);
    return { at, read: () => (collected ??= readPiece(source, at, isMdx(file), `\n\n${elsewhere.join("\n")}`)) };
  });
}

/** A line that may say where `[label]` leads, in any section: matches `[a]: b.md` and `> [a]: b.md`. */
const definitionLine = /^[ >]{0,8}\[[^[\]\n]{1,999}\]:.*$/gm;

function isMdx({ path }: SourceFile): boolean {
  return path.toLowerCase().endsWith(".mdx");
}

function sourceOf(file: SourceFile): string {
  return isMdx(file) ? blankMdxCode(file.text) : file.text;
}

/** A line nested deeper than any that a person writes; the reader needs quadratic time for it. Matches `>` 200 times, not 20 times. */
const deepLine = /^(?:[ \t]{0,8}>){200}/m;

/** Reads a piece of a document; `more` is read along, so that its definitions count, and tells nothing itself. */
function readPiece(source: string, [base, end]: Range, mdx: boolean, more = ""): Collected {
  const urls = new Map<Nodes, Range>();
  const text = source.slice(base, end) + more;
  const root = deepLine.test(text) ? undefined : readRoot(text, { mdx, base, urls });
  if (root !== undefined) return collect({ root, urls, base, end }, source);
  return collect({ root: { type: "root", children: [] }, urls, base, end }, source, [
    { at: [0, 0], message: "nested too deeply" },
  ]);
}

interface How {
  readonly mdx: boolean;
  readonly base: number;
  readonly urls: Map<Nodes, Range>;
}

/** In MDX a tag does not start a block of HTML, and an indented line is no code. */
const mdxSyntax = { disable: { null: ["htmlFlow", "codeIndented", "autolink"] } };

function readRoot(source: string, { mdx, base, urls }: How): Root | undefined {
  try {
    return fromMarkdown(source, {
      extensions: [gfm(), frontmatter(["yaml", "toml"]), ...(mdx ? [mdxSyntax] : [])],
      mdastExtensions: [
        gfmFromMarkdown().map(withoutTransforms),
        frontmatterFromMarkdown(["yaml", "toml"]),
        rememberUrls(urls, base),
      ],
    });
  } catch (error) {
    // The compiler is recursive: 100,000 nested quotes exhaust the stack. That is a bad document, not a crash.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A transform looks for addresses in text again, and leaves that text without its place in the file. */
function withoutTransforms(extension: Extension): Extension {
  return { ...extension, transforms: [] };
}

/** The tree has no positions for destinations; this notes them as the compiler passes. */
function rememberUrls(urls: Map<Nodes, Range>, base: number): Extension {
  function leave(this: CompileContext, token: Token): undefined {
    const url = this.resume();
    const node = this.stack.at(-1);
    if (node === undefined || !("url" in node)) return;
    node.url = url;
    urls.set(node, [base + token.start.offset, base + token.end.offset]);
  }
  return { exit: { resourceDestinationString: leave, definitionDestinationString: leave } };
}

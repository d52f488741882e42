import type { Range, SourceFile } from "@failcheck/core";
import type { Root } from "mdast";
import { fromMarkdown, type CompileContext, type Extension, type Token } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { collect, noteUrl, type Collected } from "./collect-parser.ts";
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
  const needed = ([start, end]: Range) => {
    const words = normalized(source.slice(start, end));
    const others = definitions.filter(
      ({ index, 1: label = "" }) => (index < start || index >= end) && words.includes(normalized(label)),
    );
    return others.length > 0 ? `\n\n${others.map(([line]) => line).join("\n")}` : "";
  };
  return ranges.map((at) => {
    let collected: Collected | undefined;
    return { at, read: () => (collected ??= readPiece(source, at, isMdx(file), needed(at))) };
  });
}

/** Labels are compared without regard to case and to how blanks are written. */
function normalized(text: string): string {
  return text.toLowerCase().toUpperCase().replace(/\s+/g, " ").trim();
}

/** Lines that may say where `[label]` leads, in any section: matches `[a]: b.md`, `> [a]: b.md`, and `[a]:` with the line behind it. */
const definitionLine = /^[ >]{0,8}\[([^[\]\n]{1,999})\]:[ \t]*(?:\S.*|\r?\n.*)$/gm;

function isMdx({ path }: SourceFile): boolean {
  return path.toLowerCase().endsWith(".mdx");
}

function sourceOf(file: SourceFile): string {
  return isMdx(file) ? blankMdxCode(file.text) : file.text;
}

/** A line nested deeper than any that a person writes; the reader needs quadratic time for it. Matches `>` 200 times, not 20 times. */
const deepLine = /^(?:[ \t]{0,8}>){200}/m;

/** What the reader needs quadratic time for, and no person writes: quotes in quotes, and a line of thousands of open brackets. */
function isBeyondReading(text: string): boolean {
  return deepLine.test(text) || text.split("\n").some((line) => line.length > 4000 && line.split("[").length > 2000);
}

/** Reads a piece of a document; `more` is read along, so that its definitions count, and tells nothing itself. */
function readPiece(source: string, [base, end]: Range, mdx: boolean, more = ""): Collected {
  const text = source.slice(base, end) + more;
  const root = isBeyondReading(text) ? undefined : readRoot(text, mdx);
  if (root !== undefined) return collect({ root, base, end }, source);
  return collect({ root: { type: "root", children: [] }, base, end }, source, [{ at: [0, 0], message: "nested too deeply" }]);
}

/** In MDX a tag does not start a block of HTML, and an indented line is no code. */
const mdxSyntax = { disable: { null: ["htmlFlow", "codeIndented", "autolink"] } };

function readRoot(source: string, mdx: boolean): Root | undefined {
  try {
    return fromMarkdown(source, { extensions: mdx ? [...syntax, mdxSyntax] : syntax, mdastExtensions });
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

/** Put together once: for a short piece that takes as long as reading it. */
const syntax = [gfm(), frontmatter(["yaml", "toml"])];

const mdastExtensions: Extension[] = [
  ...gfmFromMarkdown().map(withoutTransforms),
  frontmatterFromMarkdown(["yaml", "toml"]),
  { exit: { resourceDestinationString: leaveUrl, definitionDestinationString: leaveUrl } },
];

/** The tree has no positions for destinations; this notes them as the compiler passes. */
function leaveUrl(this: CompileContext, token: Token): undefined {
  const url = this.resume();
  const node = this.stack.at(-1);
  if (node === undefined || !("url" in node)) return;
  node.url = url;
  noteUrl(node, [token.start.offset, token.end.offset]);
}

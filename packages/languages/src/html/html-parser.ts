import type { Parse, Problem, SourceFile } from "@failcheck/core";
import { htmlDialect } from "./dialect.ts";
import type { HtmlTree } from "./html.ts";
import { pages } from "./page-parser.ts";
import { blanked } from "./template-tags.ts";

/** Reads a file that is markup from its first character to its last. */
export const parse: Parse<HtmlTree> = (file: SourceFile): HtmlTree => {
  const problems: Problem[] = [];
  const dialect = htmlDialect(file.path) ?? "html";
  const text = dialect === "vue" ? componentTemplate(file.text) : withoutFrontMatter(file.text);
  return { pages: pages(file.text, [{ text, at: [0, text.length], dialect, path: file.path }], problems), problems };
};

/** A file with what stands before its markup between lines of three dashes blank: Astro's program, the data of a static site. */
function withoutFrontMatter(text: string): string {
  if (!/^---[ \t]*\r?\n/.test(text)) return text;
  const end = text.indexOf("\n---", 3);
  return end < 0 ? text : text.slice(0, end).replace(/[^\r\n]/g, " ") + text.slice(end);
}

/** Matches the start tag of a block of a single file component that is neither its template nor code: `<i18n>`. */
const customBlock = /^<(?!(?:template|script|style)\b)([a-z][\w-]{0,40})\b/gim;

/** A text with such blocks blank, each up to its end tag at the start of a line. */
function withoutCustomBlocks(text: string): string {
  const blocks: { readonly at: readonly [number, number] }[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  for (const { index, 0: start, 1: name = "" } of text.matchAll(customBlock)) {
    if (index < from || unclosed.has(name)) continue;
    const closing = `\n</${name}>`;
    const end = text.indexOf(closing, index + start.length);
    if (end < 0) unclosed.add(name);
    else {
      from = end + closing.length;
      blocks.push({ at: [index, from] });
    }
  }
  return blanked(text, blocks);
}

/** A Vue component with the blocks blank that are its own affair; what stands within its template is left alone. */
function componentTemplate(text: string): string {
  const from = text.search(/^<template\b/m);
  const to = text.lastIndexOf("\n</template>");
  if (from < 0 || to < from) return text;
  return withoutCustomBlocks(text.slice(0, from)) + text.slice(from, to) + withoutCustomBlocks(text.slice(to));
}

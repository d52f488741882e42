import type { Language } from "@failcheck/core";
import { isMarkdown } from "../markdown/markdown.ts";
import { python } from "../python/python.ts";
import { typescript } from "../typescript/typescript.ts";
import type { HtmlTree } from "./html.ts";

/** The markup of a Markdown document, one page with everything else blank. */
export const htmlInMarkdown: Language<HtmlTree> = {
  id: "html in markdown",
  matches: (path) => isMarkdown(path) && !path.toLowerCase().endsWith(".mdx"),
  load: async () => (await import("./markdown-html-parser.ts")).loadMarkdownHtml(),
};

/** The pages in the strings of a Python program. */
export const htmlInPython: Language<HtmlTree> = {
  id: "html in python",
  matches: (path) => python.matches(path),
  load: async () => (await import("./code-html-parser.ts")).loadCodeHtml(python),
};

/** The pages in the strings of a JavaScript or TypeScript program. */
export const htmlInTypescript: Language<HtmlTree> = {
  id: "html in typescript",
  matches: (path) => typescript.matches(path),
  load: async () => (await import("./code-html-parser.ts")).loadCodeHtml(typescript),
};

import type { Parse, Problem, SourceFile } from "@failcheck/core";
import { htmlDialect } from "./dialect.ts";
import type { HtmlTree } from "./html.ts";
import { page } from "./page-parser.ts";

/** Reads a file that is markup from its first character to its last. */
export const parse: Parse<HtmlTree> = (file: SourceFile): HtmlTree => {
  const problems: Problem[] = [];
  const dialect = htmlDialect(file.path) ?? "html";
  return {
    pages: [page({ text: file.text, source: file.text, at: [0, file.text.length], dialect, path: file.path }, problems)],
    problems,
  };
};

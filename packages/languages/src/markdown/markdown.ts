import type { Language, Problem, Range } from "@failcheck/core";

/** What leads from a document to somewhere else: `[text](url)`, `![alt](url)`, `<https://…>`, `href` and `src` of HTML. */
export interface MarkdownLink {
  readonly kind: "link" | "image" | "autolink" | "html";
  /** The whole link. */
  readonly at: Range;
  /** Where it leads, with character references and escapes resolved; percent codes are left as they are. */
  readonly url: string;
  /** The destination as it is written, without angle brackets or quotes. */
  readonly urlAt: Range;
  /** What a reader sees; of an image its alternative text. */
  readonly text: string;
}

/** `[label]: url "title"`. */
export interface MarkdownDefinition {
  readonly at: Range;
  /** Normalised: two labels that mean the same are equal. */
  readonly label: string;
  readonly url: string;
  readonly urlAt: Range;
}

/** `[text][label]`, `[label][]`, `[label]` and the images alike, where a definition of the label exists. */
export interface MarkdownReference {
  readonly kind: "link" | "image";
  readonly at: Range;
  readonly label: string;
  readonly text: string;
}

export interface MarkdownHeading {
  readonly at: Range;
  readonly depth: number;
  readonly text: string;
  /** The anchor that GitHub gives it, with `-1`, `-2` for repetitions. */
  readonly slug: string;
  /** An anchor written behind the text: `## Title {#title}`. */
  readonly id?: string;
}

/** A block of code, fenced or indented. */
export interface MarkdownFence {
  readonly at: Range;
  /** The first word behind the fence, in lower case; empty where there is none. */
  readonly language: string;
  /** What follows the first word. */
  readonly meta: string;
  readonly code: string;
}

/** Code within a line. */
export interface MarkdownCode {
  readonly at: Range;
  readonly text: string;
}

/** A place that `#name` leads to: `id` of any HTML element, `name` of `<a>`. */
export interface MarkdownAnchor {
  readonly at: Range;
  readonly name: string;
}

/** Running text of one paragraph, heading or cell: markup is blanked, code and HTML are U+FFFC, so that offsets stay those of the file. */
export interface MarkdownProse {
  readonly at: Range;
  /** As long as the range. */
  readonly text: string;
}

export interface MarkdownTable {
  readonly at: Range;
  /** The cells of each row; the first row is the head. */
  readonly rows: readonly (readonly MarkdownProse[])[];
}

/** The block of YAML or TOML that a document may start with. */
export interface MarkdownFrontMatter {
  readonly kind: "yaml" | "toml";
  readonly at: Range;
  readonly text: string;
}

/** What a section tells without the rest of its document. */
export type MarkdownPart = Pick<MarkdownTree, "links" | "definitions" | "code" | "prose">;

/** A piece of a document that means the same by itself. */
export interface MarkdownSection {
  readonly at: Range;
  /** Reads the section, once. */
  read(): MarkdownPart;
}

/** A Markdown document: CommonMark with GitHub's extensions and front matter; of MDX the Markdown in it. Read when first asked. */
export interface MarkdownTree {
  readonly links: readonly MarkdownLink[];
  readonly definitions: readonly MarkdownDefinition[];
  readonly references: readonly MarkdownReference[];
  readonly headings: readonly MarkdownHeading[];
  readonly fences: readonly MarkdownFence[];
  readonly code: readonly MarkdownCode[];
  readonly anchors: readonly MarkdownAnchor[];
  readonly prose: readonly MarkdownProse[];
  readonly tables: readonly MarkdownTable[];
  readonly frontMatter: MarkdownFrontMatter | undefined;
  readonly problems: readonly Problem[];
  /** The document in pieces, for who knows where to look: reading all of it takes longer. */
  sections(): readonly MarkdownSection[];
}

/** The front end for Markdown. */
export const markdown: Language<MarkdownTree> = {
  id: "markdown",
  matches: isMarkdown,
  load: async () => (await import("./markdown-parser.ts")).parse,
};

/** Whether the path names a Markdown document. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|mdx|markdown|mdown|mkdn?)$/i.test(path);
}

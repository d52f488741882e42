import type { Language, Problem } from "@failcheck/core";
import { htmlDialect } from "./dialect.ts";
import type { HtmlDialect } from "./dialect.ts";

type Range = readonly [start: number, end: number];

/** A start or end tag, where it stands. */
export interface HtmlTag {
  /** The whole tag, from `<` to behind `>`. */
  readonly at: Range;
  /** In lower case; as written in the component dialects and in SVG. */
  readonly name: string;
  readonly kind: "start" | "end";
  /** Ends in `/>` and is closed by that: in SVG, and in the dialects that allow it everywhere. */
  readonly selfClosing: boolean;
  /** Ends in `/>`, but HTML ignores the slash. */
  readonly ignoredSlash: boolean;
  /** What the standard says about elements of this name, as bits of `elements.ts`. */
  readonly traits: number;
}

/** An element: its start tag, what holds it, and the end tag that is its own. */
export interface HtmlElement {
  readonly tag: HtmlTag;
  readonly parent: HtmlElement | undefined;
  /** Its own end tag; undefined where it is void, or ends with what holds it, or is never closed. */
  readonly end: HtmlTag | undefined;
  /** Inside `<svg>` or `<math>`. */
  readonly foreign: boolean;
}

/** The elements that a run of tags makes, as a browser nests them, and the tags that did not find each other. */
export interface HtmlNesting {
  readonly elements: readonly HtmlElement[];
  /** Elements that need an end tag and lost it, with the tag at which they were ended for them (undefined: the end of the page). */
  readonly unclosed: readonly { readonly element: HtmlElement; readonly by: HtmlTag | undefined }[];
  /** End tags, of elements that need one, that close nothing. */
  readonly stray: readonly HtmlTag[];
  /** For each tag, the element that holds what stands behind it. */
  readonly holders: readonly (HtmlElement | undefined)[];
}

/** One name and value of a start tag. */
export interface HtmlAttribute {
  readonly name: string;
  readonly nameAt: Range;
  /** Without the quotes; undefined where there is no `=`. */
  readonly valueAt: Range | undefined;
}

/** A tag of a template engine that stands in the markup. */
export interface TemplateTag {
  readonly at: Range;
  /** `{{`, `{%`, `<%`, `<?`, `@`, `{#`…: how it is opened. */
  readonly opener: string;
  /** What stands between the delimiters, trimmed. */
  readonly inner: string;
  /** What it does to the markup around it. */
  readonly role: "output" | "open" | "middle" | "close" | "comment" | "include" | "other";
  /** For control tags: the word (`if`, `for`, `block`), and the rest of it. */
  readonly word: string;
  readonly condition: string;
}

/** What may happen at a block of a template: one of its branches is taken, or none; a loop has so many turns. */
export interface HtmlBranch {
  /** The tag that decides. */
  readonly at: Range;
  /** In the template's words: `when "if user"`; undefined where it is not known whether it can happen at all. */
  readonly when: string | undefined;
}

/** One way through the template's branches: the tags that are written on it, and the branches taken. */
export interface HtmlReading {
  readonly tags: readonly HtmlTag[];
  readonly taken: ReadonlySet<HtmlBranch>;
}

/** The ways through the branches that differ in how they nest. A page without such branches has one. */
export interface HtmlReadings {
  readonly ways: readonly HtmlReading[];
  /** What makes the difference, in the order of the page. */
  readonly branches: readonly HtmlBranch[];
  /** Every combination is among the ways, and no code writes half an element. */
  readonly complete: () => boolean;
  /** Each branch and block that closes or leaves open more than its own, inner ones before those around them. */
  readonly uneven: readonly UnevenBranch[];
}

/** A branch or block of a template that does not come out even by itself. */
export interface UnevenBranch {
  readonly tags: ReadonlySet<HtmlTag>;
  /** Where the control tag stands that ends it. */
  readonly end: number;
}

/** Where in the markup an offset lies. */
export type HtmlPlace =
  | { readonly in: "tag"; readonly tag: HtmlTag; readonly holder: HtmlElement | undefined }
  | { readonly in: "comment" }
  | { readonly in: "content"; readonly holder: HtmlElement | undefined };

/** A stretch of markup: a whole file, or a page within a file of another language. */
export interface HtmlPage {
  readonly at: Range;
  readonly dialect: HtmlDialect;
  /** The holding file's text. */
  readonly source: string;
  /** As long as the holding file's text, with everything that is no markup of this page turned into spaces. */
  readonly markup: string;
  readonly tags: readonly HtmlTag[];
  readonly comments: readonly Range[];
  readonly templateTags: readonly TemplateTag[];
  /** Nests the tags as they stand; made when first asked for. */
  nesting(): HtmlNesting;
  /** Nests some of the tags, those of one reading. */
  nest(tags: readonly HtmlTag[]): HtmlNesting;
  /** The ways through the template's branches. */
  readings(): HtmlReadings;
  attributes(tag: HtmlTag): readonly HtmlAttribute[];
  /** What stands at an offset of the markup: in a tag, in a comment, or in the content of an element (of none: at the top). */
  placeOf(offset: number): HtmlPlace;
}

/** The markup of a file. */
export interface HtmlTree {
  /** One for an HTML file; any number where HTML stands inside another language. */
  readonly pages: readonly HtmlPage[];
  readonly problems: readonly Problem[];
}

/** HTML, and the files that are HTML with something more: templates, and components of Vue, Svelte and Angular. */
export const html: Language<HtmlTree> = {
  id: "html",
  matches: (path) => htmlDialect(path) !== undefined,
  load: async () => (await import("./html-parser.ts")).parse,
};

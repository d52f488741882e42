import type { Range } from "@failcheck/core";
import { QuoteType, Tokenizer } from "htmlparser2";

/** One attribute of a tag, with the place of its value. */
export interface HtmlAttribute {
  readonly tag: string;
  readonly name: string;
  readonly value: string;
  readonly at: Range;
}

/** `<h2>text</h2>`, closed within the same piece of HTML. */
export interface HtmlHeading {
  readonly at: Range;
  readonly depth: number;
  readonly text: string;
}

/** What a piece of HTML says about links and anchors. Comments, scripts and styles say nothing. */
export interface HtmlPiece {
  readonly attributes: readonly HtmlAttribute[];
  readonly headings: readonly HtmlHeading[];
}

const nothing = (): void => undefined;

const silent = {
  oncdata: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
};

/** The name of a heading: matches `h1` to `h6`. */
const headingName = /^h([1-6])$/;

/** Reads a piece of HTML that starts at `offset` of the file. */
export function htmlPiece(html: string, offset: number): HtmlPiece {
  const found: HtmlAttribute[] = [];
  const headings: HtmlHeading[] = [];
  let heading: { readonly depth: number; readonly start: number; text: string } | undefined;
  let tag = "";
  let name = "";
  let value = "";
  let nameEnd = 0;
  let from = -1;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase();
        const depth = headingName.exec(tag)?.[1];
        if (depth !== undefined) heading = { depth: Number(depth), start: start - 1, text: "" };
      },
      onclosetag: (start, end) => {
        if (heading === undefined || !headingName.test(html.slice(start, end).toLowerCase())) return;
        headings.push({ at: [offset + heading.start, offset + end + 1], depth: heading.depth, text: heading.text.trim() });
        heading = undefined;
      },
      ontext: (start, end) => {
        if (heading !== undefined) heading.text += html.slice(start, end);
      },
      ontextentity: (codePoint) => {
        if (heading !== undefined) heading.text += String.fromCodePoint(codePoint);
      },
      onattribname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        nameEnd = end;
        value = "";
        from = -1;
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
        from = from < 0 ? start : from;
      },
      onattribentity: (codePoint) => {
        value += String.fromCodePoint(codePoint);
        from = from < 0 ? html.indexOf("&", nameEnd) : from;
      },
      onattribend: (quote, end) => {
        const to = quote === QuoteType.Single || quote === QuoteType.Double ? end - 1 : end;
        const at: Range = [offset + (from < 0 ? to : from), offset + to];
        found.push({ tag, name, value, at });
      },
      ...silent,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return { attributes: found, headings };
}

import type { Range } from "@failcheck/core";
import { QuoteType, Tokenizer } from "htmlparser2";

/** One attribute of a tag, with the place of its value. */
export interface HtmlAttribute {
  readonly tag: string;
  readonly name: string;
  readonly value: string;
  readonly at: Range;
}

/** The attributes of all tags in a piece of HTML that starts at `offset` of the file. Comments, scripts and styles have none. */
export function attributesOf(html: string, offset: number): readonly HtmlAttribute[] {
  const found: HtmlAttribute[] = [];
  let tag = "";
  let name = "";
  let value = "";
  let nameEnd = 0;
  let from = -1;
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => (tag = html.slice(start, end).toLowerCase()),
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
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
      ontext: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return found;
}

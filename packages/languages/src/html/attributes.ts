import type { HtmlAttribute, HtmlTag } from "./html.ts";

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const slash = 47;
const equals = 61;

/** Reads the attributes of a start tag; done on demand, since most tags are never asked. */
export function attributesOf(markup: string, tag: HtmlTag): HtmlAttribute[] {
  const found: HtmlAttribute[] = [];
  const end = tag.at[1] - 1;
  let at = tag.at[0] + 1 + tag.name.length;
  while (at < end) {
    const code = markup.charCodeAt(at);
    if (isSpace(code) || code === slash) {
      at++;
      continue;
    }
    const attribute = attributeAt(markup, at, end);
    found.push(attribute);
    at = afterAttribute(markup, attribute, end);
  }
  return found;
}

function attributeAt(markup: string, start: number, end: number): HtmlAttribute {
  let at = start + 1;
  while (at < end && !isSpace(markup.charCodeAt(at)) && markup.charCodeAt(at) !== equals && markup.charCodeAt(at) !== slash) at++;
  const nameAt = [start, at] as const;
  const name = markup.slice(start, at).toLowerCase();
  at = skipSpace(markup, at, end);
  if (markup.charCodeAt(at) !== equals || at >= end) return { name, nameAt, valueAt: undefined };
  at = skipSpace(markup, at + 1, end);
  const quote = markup[at];
  if (quote === '"' || quote === "'") {
    const close = markup.indexOf(quote, at + 1);
    return { name, nameAt, valueAt: [at + 1, close < 0 || close > end ? end : close] };
  }
  const from = at;
  while (at < end && !isSpace(markup.charCodeAt(at))) at++;
  return { name, nameAt, valueAt: [from, at] };
}

function afterAttribute(markup: string, { nameAt, valueAt }: HtmlAttribute, end: number): number {
  if (valueAt === undefined) return nameAt[1];
  const after = valueAt[1];
  const quote = markup[after];
  return Math.min(end, quote === '"' || quote === "'" ? after + 1 : after);
}

function skipSpace(markup: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(markup.charCodeAt(at))) at++;
  return at;
}

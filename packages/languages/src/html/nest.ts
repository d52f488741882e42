import {
  closesParagraph,
  endClosesContent,
  endIsOptional,
  endsForeign,
  inComponent,
  isFormatting,
  isHeading,
  isSpecial,
  isTablePart,
  isVoid,
  isWall,
  mustClose,
} from "./elements.ts";
import type { HtmlElement, HtmlNesting, HtmlTag } from "./html.ts";

/** An element while it is being built. */
interface Open {
  readonly tag: HtmlTag;
  readonly parent: Open | undefined;
  readonly foreign: boolean;
  /** The language it is written in; empty for HTML. */
  readonly language: "" | "svg" | "math";
  /** Foreign, but what it holds is HTML again; nothing is closed across it. */
  readonly holdsHtml: boolean;
  end: HtmlTag | undefined;
}

interface Building {
  readonly stack: Open[];
  /** How many elements of a name are open: most searches end here. */
  readonly open: Map<string, number>;
  readonly elements: Open[];
  readonly unclosed: { element: HtmlElement; by: HtmlTag | undefined }[];
  readonly stray: HtmlTag[];
  readonly holders: (Open | undefined)[];
}

/** How deep a search for an open element goes: browsers stop at a depth of 512, and bad input must not cost a square. */
const deepest = 2000;

/**
 * Nests tags as the HTML standard does: optional end tags, scopes, tables, SVG and MathML. What it leaves out makes no
 * difference to which element holds which: implied html, head, body and tbody, and what is moved before a table.
 */
export function nest(tags: readonly HtmlTag[]): HtmlNesting {
  const b: Building = { stack: [], open: new Map(), elements: [], unclosed: [], stray: [], holders: [] };
  for (const tag of tags) {
    if (tag.kind === "start") start(b, tag);
    else end(b, tag);
    b.holders.push(b.stack.at(-1));
  }
  while (b.stack.length > 0) pop(b, undefined);
  return b;
}

function pop(b: Building, by: HtmlTag | undefined): void {
  const element = b.stack.pop();
  if (element === undefined) return;
  const { tag } = element;
  b.open.set(tag.name, (b.open.get(tag.name) ?? 1) - 1);
  if (by?.name === tag.name && by.kind === "end" && element.end === undefined) element.end = by;
  else if ((tag.traits & mustClose) !== 0 && !element.foreign) b.unclosed.push({ element, by });
}

/** Pops until the element at this depth is gone; only that one has found its end tag. */
function popTo(b: Building, depth: number, by: HtmlTag): void {
  while (b.stack.length > depth + 1) popLost(b, by);
  pop(b, by);
}

function popLost(b: Building, by: HtmlTag): void {
  const element = b.stack.pop();
  if (element === undefined) return;
  b.open.set(element.tag.name, (b.open.get(element.tag.name) ?? 1) - 1);
  if ((element.tag.traits & mustClose) !== 0 && !element.foreign) b.unclosed.push({ element, by });
}

function push(b: Building, tag: HtmlTag, language: Open["language"]): void {
  const foreign = language !== "";
  const holdsHtml = foreign && integrationPoints[language].test(tag.name);
  const element: Open = { tag, parent: b.stack.at(-1), foreign, language, holdsHtml, end: undefined };
  b.elements.push(element);
  if ((tag.traits & isVoid) !== 0 && !foreign) return;
  if (tag.selfClosing) return;
  b.stack.push(element);
  b.open.set(tag.name, (b.open.get(tag.name) ?? 0) + 1);
}

/** The depth of the nearest open element of one of these names, unless a wall (or a table, or more bits) stands before it. */
function depthOf(b: Building, is: (name: string) => boolean, stops: number, also?: (name: string) => boolean): number {
  const { stack } = b;
  const floor = Math.max(0, stack.length - deepest);
  for (let depth = stack.length - 1; depth >= floor; depth--) {
    const element = stack[depth];
    if (element === undefined) return -1;
    const { tag, foreign, holdsHtml } = element;
    if (!foreign && is(tag.name)) return depth;
    if (foreign ? holdsHtml && stops !== 0 : (tag.traits & stops) !== 0 && also?.(tag.name) !== true) return -1;
  }
  return -1;
}

/** Elements whose content is HTML again. */
const integrationPoints = { svg: /^(?:foreignobject|desc|title)$/i, math: /^(?:mi|mo|mn|ms|mtext|annotation-xml)$/i } as const;

/** The language of what stands in the innermost open element. */
function languageOf(b: Building): Open["language"] {
  const top = b.stack.at(-1);
  return top === undefined || top.holdsHtml ? "" : top.language;
}

const endForeignLanguage = (b: Building, by: HtmlTag): void => {
  while (languageOf(b) !== "") popLost(b, by);
};

/**
 * A part of a table where no table is: a browser ignores its tag. Where nothing but such parts is open, the table stands in
 * another file.
 */
function isOutOfTable(b: Building, { traits }: HtmlTag): boolean {
  if ((traits & isTablePart) === 0 || isOpen(b, "table") || b.stack.length === 0) return false;
  const depth = depthOf(b, tableOr, 0);
  if (depth >= 0) return !isPartOfTable(b.stack[depth + 1]);
  return b.stack.some((element) => !isPartOfTable(element));
}

/** An `<html>` that is not the first gives its attributes to the first. */
function start(b: Building, tag: HtmlTag): void {
  const { name } = tag;
  const language = languageOf(b);
  if (language !== "") {
    if ((tag.traits & endsForeign) === 0) {
      push(b, tag, language);
      return;
    }
    endForeignLanguage(b, tag);
  }
  if ((name === "html" && b.stack.length > 0) || isOutOfTable(b, tag)) return;
  if (tag.traits !== 0) makeRoom(b, tag);
  push(b, tag, name === "svg" || name === "math" ? name : "");
}

/** Closes what an HTML start tag closes by standing there. */
function makeRoom(b: Building, tag: HtmlTag): void {
  const { name, traits } = tag;
  if ((traits & inComponent) !== 0) {
    makeRoomInComponent(b, tag);
    return;
  }
  if ((traits & isTablePart) !== 0) makeRoomInTable(b, name, tag);
  if (name === "li") closeItem(b, tag, (other) => other === "li");
  else if (name === "dd" || name === "dt") closeItem(b, tag, (other) => other === "dd" || other === "dt");
  if ((traits & closesParagraph) !== 0) closeParagraph(b, tag);
  const top = b.stack.at(-1)?.tag;
  if (top === undefined) return;
  if ((traits & isHeading) !== 0 && (top.traits & isHeading) !== 0) popLost(b, tag);
  else if ((name === "option" || name === "optgroup") && top.name === "option") {
    popLost(b, tag);
    if (name === "optgroup" && b.stack.at(-1)?.tag.name === "optgroup") popLost(b, tag);
  } else if (name === "body" && top.name === "head") popLost(b, tag);
  else if (name === "button") closeScoped(b, tag, "button");
  else if (name === "a") closeFormatting(b, tag);
}

/** In a template that is compiled, a start tag closes the element right around it if that is one of its own kind, or a paragraph. */
function makeRoomInComponent(b: Building, tag: HtmlTag): void {
  const top = b.stack.at(-1)?.tag;
  if (top === undefined || (top.traits & endIsOptional) === 0) return;
  if (top.name === "p" ? (tag.traits & closesParagraph) !== 0 : kindOf(top.name) === kindOf(tag.name)) popLost(b, tag);
}

/** Elements that end each other: `dt` and `dd`, `td` and `th`. */
const kindOf = (name: string): string => (name === "dd" ? "dt" : name === "th" ? "td" : name);

function closeItem(b: Building, tag: HtmlTag, is: (name: string) => boolean): void {
  if (!isOpen(b, "li") && !isOpen(b, "dd") && !isOpen(b, "dt")) return;
  const depth = depthOf(b, is, isSpecial, (name) => name === "div" || name === "p" || name === "address");
  if (depth >= 0) while (b.stack.length > depth) popLost(b, tag);
}

const isOpen = (b: Building, name: string): boolean => (b.open.get(name) ?? 0) > 0;

function closeParagraph(b: Building, tag: HtmlTag): void {
  if (!isOpen(b, "p")) return;
  const depth = depthOf(b, (name) => name === "p", isWall);
  if (depth < 0 || b.stack.slice(depth + 1).some(({ tag: { name } }) => name === "button")) return;
  while (b.stack.length > depth) popLost(b, tag);
}

function closeScoped(b: Building, tag: HtmlTag, wanted: string): void {
  if (!isOpen(b, wanted)) return;
  const depth = depthOf(b, (name) => name === wanted, isWall);
  if (depth >= 0) while (b.stack.length > depth) popLost(b, tag);
}

const tableOr = (name: string): boolean => name === "table" || name === "template";
const isList = (name: string): boolean => name === "ul" || name === "ol" || name === "menu";
const isBody = (name: string): boolean => name === "tbody" || name === "thead" || name === "tfoot";
const isCell = (name: string): boolean => name === "td" || name === "th";

/** Which open element a part of a table is put into. */
function holderOf(name: string): (other: string) => boolean {
  if (isCell(name)) return (other) => other === "tr" || isBody(other) || tableOr(other);
  if (name === "tr") return (other) => isBody(other) || tableOr(other);
  if (name === "col") return (other) => other === "colgroup" || tableOr(other);
  return tableOr;
}

const isPartOfTable = (element: Open | undefined): boolean => element === undefined || (element.tag.traits & isTablePart) !== 0;

function makeRoomInTable(b: Building, name: string, tag: HtmlTag): void {
  const depth = depthOf(b, holderOf(name), 0);
  if (depth < 0) {
    // a fragment: cells and rows whose table stands in another file still end each other
    const sibling = depthOf(b, (other) => other === name || (isCell(name) && isCell(other)), isSpecial);
    if (sibling >= 0) while (b.stack.length > sibling) popLost(b, tag);
    return;
  }
  while (b.stack.length > depth + 1) popLost(b, tag);
}

function end(b: Building, tag: HtmlTag): void {
  const { name, traits } = tag;
  const top = b.stack.at(-1);
  if (top?.tag.name === name) {
    pop(b, tag);
    return;
  }
  if (top?.foreign === true && endForeign(b, tag)) return;
  if (name === "p" || name === "br") endForeignLanguage(b, tag);
  if (name === "body" || name === "html" || name === "p" || (traits & isVoid) !== 0) {
    if (name === "p") closeOrStray(b, tag, isWall);
    return;
  }
  if (name === "form") endForm(b, tag);
  else if ((traits & isHeading) !== 0) endHeading(b, tag);
  else if ((traits & isFormatting) !== 0) closeFormatting(b, tag);
  else if (name === "table" || (traits & isTablePart) !== 0) closeOrStray(b, tag, 0, tableOr);
  else if (name === "template") closeOrStray(b, tag, 0);
  else if (name === "li") closeOrStray(b, tag, isWall, isList);
  else if ((traits & endClosesContent) !== 0 || (traits & endIsOptional) !== 0) closeOrStray(b, tag, isWall);
  else closeOrStray(b, tag, isSpecial);
}

/** Closes the nearest open element of the tag's name unless a wall stands before it; else the tag closes nothing. */
function closeOrStray(b: Building, tag: HtmlTag, stops: number, stopsAt?: (name: string) => boolean): void {
  const depth = !isOpen(b, tag.name) ? -1 : depthOf(b, (name) => name === tag.name || stopsAt?.(name) === true, stops);
  if (depth >= 0 && b.stack[depth]?.tag.name === tag.name) popTo(b, depth, tag);
  else if ((tag.traits & mustClose) !== 0) b.stray.push(tag);
}

function endForeign(b: Building, tag: HtmlTag): boolean {
  const lower = tag.name.toLowerCase();
  if (lower === tag.name && !isOpen(b, lower)) return false;
  const floor = Math.max(0, b.stack.length - deepest);
  for (let depth = b.stack.length - 1; depth >= floor && b.stack[depth]?.foreign === true; depth--) {
    if (b.stack[depth]?.tag.name.toLowerCase() !== lower) continue;
    popTo(b, depth, tag);
    return true;
  }
  return false;
}

/** `</form>` takes the form away and leaves open what stands in it; that the two cross is an error nevertheless. */
function endForm(b: Building, tag: HtmlTag): void {
  const depth = isOpen(b, "form") ? depthOf(b, (name) => name === "form", isWall) : -1;
  if (depth < 0) {
    b.stray.push(tag);
    return;
  }
  for (const element of b.stack.slice(depth + 1))
    if ((element.tag.traits & mustClose) !== 0 && !element.foreign) b.unclosed.push({ element, by: tag });
  takeOut(b, depth, tag);
}

function takeOut(b: Building, depth: number, by: HtmlTag): void {
  const [element] = b.stack.splice(depth, 1);
  if (element === undefined) return;
  if (by.kind === "end") element.end = by;
  b.open.set(element.tag.name, (b.open.get(element.tag.name) ?? 1) - 1);
}

function endHeading(b: Building, tag: HtmlTag): void {
  const depth = depthOf(b, (name) => /^h[1-6]$/.test(name), isWall);
  if (depth >= 0) popTo(b, depth, tag);
}

/** `</a>`, `</b>`…: up to a block they close what is open, across one they take only themselves away. */
function closeFormatting(b: Building, tag: HtmlTag): void {
  if (!isOpen(b, tag.name)) return;
  const depth = depthOf(b, (name) => name === tag.name, isWall);
  if (depth < 0) return;
  if (b.stack.slice(depth + 1).some((element) => (element.tag.traits & isSpecial) !== 0)) takeOut(b, depth, tag);
  else popTo(b, depth, tag);
}

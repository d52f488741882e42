import type { Range } from "@failcheck/core";
import type { HtmlAttribute, HtmlElement, HtmlPage, HtmlPlace, HtmlTag } from "@failcheck/languages";
import { isInProgram } from "./in-links.ts";
import { inherited } from "./inherited.ts";
import type { Leftover } from "./leftovers.ts";

/** Elements whose content is shown as code, or not shown at all. */
const unread: ReadonlySet<string> = new Set(
  "code pre samp kbd var tt script style textarea template xmp iframe noembed noframes plaintext math listing".split(" "),
);
/** Classes of boxes that hold code or formulas. */
const codeClass =
  /(?:^|[\s_-])(?:highlight|hljs|katex|mathjax|mathml|prettyprint|codehilite|sourcecode|code|code-block|literal-block|language-[a-z]+|math|notranslate)(?:$|[\s_-])/i;

/** Attributes that a reader sees or follows. */
const readAttributes: ReadonlySet<string> = new Set(
  "title alt aria-label aria-description aria-placeholder aria-valuetext placeholder content href src srcset poster action formaction cite label summary value".split(
    " ",
  ),
);

/** Says of a left-over whether a reader of the page sees what stands there, or follows it. */
export function shownIn(page: HtmlPage): (leftover: Leftover) => boolean {
  const attributes = once((tag: HtmlTag) => page.attributes(tag));
  const holdsCode = inherited((element) => isCode(page, element, attributes(element.tag)));
  const promisesFigure = figurePlaces(page, attributes);
  const lastFormula = page.source.lastIndexOf("$$");
  return ({ at, kind }) => {
    const place = page.placeOf(at[0]);
    if (place.in === "comment" || holdsCode(readerOf(place))) return false;
    if (place.in === "content") {
      if (kind === "figure") return place.holder !== undefined && promisesFigure(place.holder);
      return !onlyInAttributes.has(kind) && !isFormula(page, at[0], lastFormula);
    }
    if (kind === "figure") return false;
    const attribute = attributeAt(attributes(place.tag), at[0]);
    if (attribute === undefined || isScript(page, attribute)) return false;
    if (kind === "address") return isOwnAddress(page, attribute) && !isLinkAbout(page, place.tag, page.source.slice(...at));
    if (kind === "image")
      return (
        imageAttributes.has(attribute.name) && isOwnAddress(page, attribute) && !isPictureOf(page, attributes(place.tag), at)
      );
    if (kind === "word") return isWhole(attribute, at) && isNoWord(attribute, page.source.slice(...at));
    if (kind === "link" && isCodeInQuery(page, attribute, at)) return false;
    return readAttributes.has(attribute.name);
  };
}

/** A program in the query of a link, whose braces are its own. */
function isCodeInQuery({ source }: HtmlPage, { valueAt }: HtmlAttribute, [from, to]: Range): boolean {
  if (valueAt === undefined) return false;
  const [start, end] = valueAt;
  return isInProgram(source.slice(start, end), from - start, to - start);
}

/** The element that a reader takes the place for: the attributes of a text field are read, though its content is not. */
function readerOf(place: Exclude<HtmlPlace, { readonly in: "comment" }>): HtmlElement | undefined {
  const { holder } = place;
  const isOwn = place.in === "tag" && holder?.tag === place.tag && /^(?:textarea|iframe)$/.test(holder.tag.name);
  return isOwn ? holder.parent : holder;
}

/** Code in an address: `javascript:…`. */
const isScript = ({ source }: HtmlPage, { valueAt }: HtmlAttribute): boolean =>
  valueAt !== undefined && /^\s*javascript:/i.test(source.slice(valueAt[0], valueAt[0] + 40));

const onlyInAttributes: ReadonlySet<Leftover["kind"]> = new Set(["link", "address", "image", "word"]);

/** Remembers the answers of a function of one thing: many left-overs ask about the same few elements. */
function once<Asked, Answer>(find: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, { readonly answer: Answer }>();
  return (asked) => {
    const before = known.get(asked);
    if (before !== undefined) return before.answer;
    const answer = find(asked);
    known.set(asked, { answer });
    return answer;
  };
}

/** Of attributes in the order of their tag, the one whose value holds the offset. */
function attributeAt(attributes: readonly HtmlAttribute[], offset: number): HtmlAttribute | undefined {
  let low = 0;
  let high = attributes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((attributes[middle]?.nameAt[0] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = attributes[low];
  return found?.valueAt !== undefined && found.valueAt[0] <= offset && offset < found.valueAt[1] ? found : undefined;
}

/** A link that says the word itself is about it: `<a href="/words/null/">null</a>`. */
function isLinkAbout({ markup }: HtmlPage, { at }: HtmlTag, word: string): boolean {
  const said = markup.slice(at[1], at[1] + 200).replace(/<(?!\/a\b)[^<>]*>/gi, "");
  return said.trimStart().toLowerCase().startsWith(word.toLowerCase());
}

/** A picture whose own text is about the word, as in `alt="The value undefined"`. */
const isPictureOf = ({ source }: HtmlPage, attributes: readonly HtmlAttribute[], at: Range): boolean =>
  attributes.some(({ name, valueAt }) => {
    const said = name === "alt" && valueAt !== undefined ? source.slice(...valueAt).trim() : "";
    const word = source.slice(...at);
    return said.length > word.length && said.split(/[^\p{L}\d]+/u).includes(word);
  });

const imageAttributes: ReadonlySet<string> = new Set(["src", "srcset", "poster"]);
/** Whether nobody writes this word alone in such an attribute; a field whose placeholder is "None" is meant. */
const isNoWord = ({ name }: HtmlAttribute, word: string): boolean =>
  name === "alt" || name === "content" || (/^(?:aria-label|placeholder)$/.test(name) && /^(?:undefined|NaN)$/.test(word));

const isWhole = ({ valueAt }: HtmlAttribute, at: Range): boolean => valueAt?.[0] === at[0] && valueAt[1] === at[1];

const addressAttributes: ReadonlySet<string> = new Set(["href", "src", "srcset", "poster", "action"]);

/** An address on the page's own site: that of another may well end in such a word. */
function isOwnAddress(page: HtmlPage, { name, valueAt }: HtmlAttribute): boolean {
  return (
    addressAttributes.has(name) &&
    valueAt !== undefined &&
    !/^\s*(?!(?:mailto|tel|sms):)[a-z][a-z0-9+.-]*:/i.test(page.source.slice(...valueAt))
  );
}

/** Classes and ids of boxes that hold a figure: `price`, `stat-value`, `total_amount`. */
const figureClass =
  /(?:^|[\s_-])(?:price|amount|total|subtotal|sum|revenue|balance|kpi|stat|stats|metric|figure|count|counter|percent|percentage|number|score)(?:$|[\s_-])/i;

/** Says whether an element is there for a figure: its class or that of its parent says so, or it is the cell of a row of figures. */
function figurePlaces(page: HtmlPage, attributes: (tag: HtmlTag) => readonly HtmlAttribute[]): (element: HtmlElement) => boolean {
  const isFigureBox = once((element: HtmlElement) =>
    attributes(element.tag).some(
      ({ name, valueAt }) =>
        (name === "class" || name === "id") && valueAt !== undefined && figureClass.test(page.source.slice(...valueAt)),
    ),
  );
  const isRow = once((row: HtmlElement) => isRowOfFigures(page, row));
  return (element) => {
    const { parent } = element;
    if (isFigureBox(element) || (parent !== undefined && isFigureBox(parent))) return true;
    return element.tag.name === "td" && parent?.tag.name === "tr" && isRow(parent);
  };
}

/** A cell of the row holds a figure; in the tables of a data frame NaN is a value like any other. */
function isRowOfFigures(page: HtmlPage, row: HtmlElement): boolean {
  if (row.end === undefined) return false;
  for (let at = row.parent; at !== undefined; at = at.parent) {
    if (at.tag.name === "table" && /\bdataframe\b/.test(page.source.slice(...at.tag.at))) return false;
  }
  return figureCell.test(page.source.slice(row.tag.at[1], row.end.at[0]));
}

/** Matches `<td>1,204</td>` and `<td class="r">$ 12.50</td>`; not `<td>v2</td>`. */
const figureCell = /<td\b[^>]{0,200}>\s{0,40}[-+]?[$€£¥]?\s?\d[\d.,]{0,20}\s?[%€£¥]?\s{0,40}<\/td>/i;

function isCode(page: HtmlPage, element: HtmlElement, attributes: readonly HtmlAttribute[]): boolean {
  if (unread.has(element.tag.name)) return true;
  const classes = attributes.find(({ name }) => name === "class")?.valueAt;
  return classes !== undefined && codeClass.test(page.markup.slice(...classes));
}

/** Between `\(` and `\)`, `\[` and `\]` or `$$` and `$$` stands a formula. */
function isFormula(page: HtmlPage, offset: number, last: number): boolean {
  const before = page.source.slice(Math.max(0, offset - 400), offset);
  const opened = Math.max(before.lastIndexOf("\\("), before.lastIndexOf("\\["));
  if (opened >= 0 && opened > Math.max(before.lastIndexOf("\\)"), before.lastIndexOf("\\]"))) return true;
  return before.split("$$").length % 2 === 0 && last >= offset;
}

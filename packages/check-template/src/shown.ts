import type { HtmlAttribute, HtmlElement, HtmlPage } from "@failcheck/languages";
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
  "title alt aria-label aria-description aria-placeholder placeholder content href src srcset poster action label summary value".split(
    " ",
  ),
);

/** Whether a reader of the page sees what stands there, or follows it. */
export function isShown(page: HtmlPage, { at, kind }: Leftover): boolean {
  const place = page.placeOf(at[0]);
  if (place.in === "comment") return false;
  if (holdsCode(page, place.holder)) return false;
  if (place.in === "content") {
    if (kind === "figure") return place.holder !== undefined && promisesFigure(page, place.holder);
    return kind !== "link" && kind !== "address" && !isFormula(page, at[0]);
  }
  if (kind === "figure") return false;
  const attribute = page
    .attributes(place.tag)
    .find(({ valueAt }) => valueAt !== undefined && valueAt[0] <= at[0] && at[0] < valueAt[1]);
  if (attribute === undefined) return false;
  return kind === "address" ? isOwnAddress(page, attribute) : readAttributes.has(attribute.name);
}

const addressAttributes: ReadonlySet<string> = new Set(["href", "src", "srcset", "poster", "action"]);

/** An address on the page's own site: that of another may well end in such a word. */
function isOwnAddress(page: HtmlPage, { name, valueAt }: HtmlAttribute): boolean {
  return addressAttributes.has(name) && valueAt !== undefined && !/^\s*[a-z][a-z0-9+.-]*:/i.test(page.source.slice(...valueAt));
}

/** Classes and ids of boxes that hold a figure: `price`, `stat-value`, `total_amount`. */
const figureClass =
  /(?:^|[\s_-])(?:price|amount|total|subtotal|sum|revenue|balance|kpi|stat|stats|metric|figure|count|counter|percent|percentage|number|score)(?:$|[\s_-])/i;

/** Whether the element is there for a figure: its class says so, or it is the cell of a row of figures. */
function promisesFigure(page: HtmlPage, element: HtmlElement): boolean {
  for (let at: HtmlElement | undefined = element, up = 0; at !== undefined && up < 2; at = at.parent, up++) {
    const named = page.attributes(at.tag).filter(({ name }) => name === "class" || name === "id");
    if (named.some(({ valueAt }) => valueAt !== undefined && figureClass.test(page.source.slice(...valueAt)))) return true;
  }
  return element.tag.name === "td" && isRowOfFigures(page, element);
}

/** Another cell of the row holds a figure; in the tables of a data frame NaN is a value like any other. */
function isRowOfFigures(page: HtmlPage, cell: HtmlElement): boolean {
  const row = cell.parent;
  if (row?.tag.name !== "tr" || row.end === undefined) return false;
  for (let at = row.parent; at !== undefined; at = at.parent) {
    if (at.tag.name === "table" && /\bdataframe\b/.test(page.source.slice(...at.tag.at))) return false;
  }
  return figureCell.test(page.source.slice(row.tag.at[1], row.end.at[0]));
}

/** Matches `<td>1,204</td>` and `<td class="r">$ 12.50</td>`; not `<td>v2</td>`. */
const figureCell = /<td\b[^>]{0,200}>\s{0,40}[-+]?[$€£¥]?\s?\d[\d.,]{0,20}\s?[%€£¥]?\s{0,40}<\/td>/i;

function holdsCode(page: HtmlPage, element: HtmlElement | undefined): boolean {
  for (let at = element; at !== undefined; at = at.parent) {
    if (unread.has(at.tag.name)) return true;
    const classes = page.attributes(at.tag).find(({ name }) => name === "class")?.valueAt;
    if (classes !== undefined && codeClass.test(page.markup.slice(...classes))) return true;
  }
  return false;
}

/** Between `\(` and `\)`, `\[` and `\]` or `$$` and `$$` stands a formula. */
function isFormula(page: HtmlPage, offset: number): boolean {
  const before = page.source.slice(Math.max(0, offset - 400), offset);
  const opened = Math.max(before.lastIndexOf("\\("), before.lastIndexOf("\\["));
  if (opened >= 0 && opened > Math.max(before.lastIndexOf("\\)"), before.lastIndexOf("\\]"))) return true;
  return before.split("$$").length % 2 === 0 && page.source.includes("$$", offset);
}

import type { HtmlElement, HtmlPage } from "@failcheck/languages";
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
  if (place.in === "content") return kind !== "link" && !isFormula(page, at[0]);
  const attribute = page
    .attributes(place.tag)
    .find(({ valueAt }) => valueAt !== undefined && valueAt[0] <= at[0] && at[0] < valueAt[1]);
  return attribute !== undefined && readAttributes.has(attribute.name);
}

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

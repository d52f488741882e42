import { fileRule, type Report } from "@failcheck/core";
import { html, type HtmlElement, type HtmlPage, type HtmlTree } from "@failcheck/languages";
import * as v from "valibot";
import { isPlain } from "./blamed-reading.ts";
import { frameOf, isInside, outerFrames } from "./sections/holders.ts";
import { elementsById } from "./sections/elements-by-id.ts";
import { contents } from "./sections/contents.ts";
import { landmarks } from "./sections/landmarks.ts";
import { outOfOrder } from "./sections/out-of-order.ts";

const options = v.object({
  order: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description("Ids of the sections in the order they belong in; without it, the page's own contents tell."),
    ),
    [],
  ),
});

/** A section that was appended at the bottom stands where nobody looks for it. */
export const sectionOutOfOrder = fileRule<HtmlTree, v.InferOutput<typeof options>>({
  id: "html/section-out-of-order",
  title: "The sections of a page stand in their declared order, before its footer.",
  incidents: ["P-13"],
  reads: html,
  options,
  *check(tree, _file, { order }) {
    for (const page of tree.pages) {
      if (!isPlain(page)) continue;
      yield* misplaced(page, order.length > 0 ? order : contents(page), order.length > 0 ? "declared order" : "page's contents");
      yield* behindFooter(page);
    }
  },
});

function* misplaced(page: HtmlPage, order: readonly string[], source: string): Iterable<Report> {
  if (order.length === 0) return;
  const ids = elementsById(page);
  const rank = new Map(order.map((id, index) => [id, index]));
  const found = [...rank]
    .flatMap(([id, index]) => (ids.get(id) ?? []).map((element) => ({ element, index })))
    .filter(({ element }) => isPart(page, element) && !isFolded(element))
    .sort((a, b) => a.element.tag.at[0] - b.element.tag.at[0]);
  if (found.length < 3) return;
  const inOrder = found.toSorted((a, b) => a.index - b.index);
  for (const { element, index } of outOfOrder(found)) {
    const after = inOrder[firstFrom(inOrder, inOrder[firstFrom(inOrder, index) - 1]?.index ?? Infinity)];
    const before = inOrder[firstFrom(inOrder, index + 1)];
    yield {
      at: element.tag.at,
      message: `section "${order[index] ?? ""}" stands out of the ${source}`,
      help:
        after === undefined
          ? `move it before "${order[before?.index ?? 0] ?? ""}"`
          : `move it behind "${order[after.index] ?? ""}"`,
      related: after === undefined ? [] : [{ at: after.element.tag.at, message: "it belongs behind this" }],
    };
  }
}

/** Where the first entry stands whose index is this one or a higher one. */
function firstFrom(inOrder: readonly { readonly index: number }[], index: number): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle]?.index ?? Infinity) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A section, or a box that begins with a heading; the panel of a tab is neither. */
function isPart(page: HtmlPage, { tag }: HtmlElement): boolean {
  if (tag.name === "section" || tag.name === "article") return true;
  return (
    tag.name === "div" &&
    /^\s*(?:<(?!h[1-6])[a-z][^>]{0,100}>\s*){0,3}<h[1-6]\b/i.test(page.markup.slice(tag.at[1], tag.at[1] + 400))
  );
}

/** What opens when somebody clicks is an entry of a list rather than a part of the page. */
const isFolded = (element: HtmlElement): boolean => frameOf(element, outerFrames)?.tag.name === "details";

/** Sections that stand behind the page's footer. */
function* behindFooter(page: HtmlPage): Iterable<Report> {
  const footer = page.nesting().elements.find((element) => element.tag.name === "footer" && isPageFooter(element));
  if (footer?.end === undefined) return;
  const all = landmarks(page);
  for (const { element, name } of all) {
    if (element.tag.at[0] < footer.end.at[1] || element.tag.name !== "section" || element.parent !== footer.parent) continue;
    if (all.some((other) => isInside(element, other.element))) continue;
    yield {
      at: element.tag.at,
      message: `${name === "" ? "a section" : `section "${name}"`} stands behind the page's footer`,
      help: "move it to its place before the footer",
      related: [{ at: footer.tag.at, message: "the footer" }],
    };
  }
}

/** The footer of an article or section is not the page's. */
function isPageFooter(footer: HtmlElement): boolean {
  for (let at = footer.parent; at !== undefined; at = at.parent) {
    if (["article", "section", "aside", "dialog", "blockquote", "li", "form"].includes(at.tag.name)) return false;
  }
  return true;
}

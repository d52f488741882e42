import { fileRule, type Report } from "@failcheck/core";
import { html, type HtmlElement, type HtmlPage, type HtmlTree } from "@failcheck/languages";
import { isPlain } from "./blamed-reading.ts";
import { gridKind, isPlacedByStyle } from "./sections/grids.ts";
import { attribute } from "./sections/attribute.ts";
import { landmarks } from "./sections/landmarks.ts";

/** A full-width section that was put between the cards of a grid becomes one of them. */
export const sectionInGrid = fileRule<HtmlTree>({
  id: "html/section-in-grid",
  title: "No section stands as one more card in a grid of cards.",
  incidents: ["P-12"],
  reads: html,
  *check(tree) {
    for (const page of tree.pages) {
      if (isPlain(page)) yield* intruders(page);
    }
  },
});

function* intruders(page: HtmlPage): Iterable<Report> {
  const named = new Map(landmarks(page).map(({ element, name }) => [element, name]));
  if (named.size === 0) return;
  for (const [grid, cards] of besides(page, named.keys())) {
    const sections = cards.filter((card) => named.has(card));
    const others = cards.length - sections.length;
    if (sections.length === 0 || others < 2 || others <= sections.length) continue;
    const kind = gridKind(page, grid);
    if (kind === undefined) continue;
    for (const section of sections) {
      if (kind === "likely" && !isAmongCards(page, section, cards)) continue;
      if (!spans(page, section) && !isPlacedByStyle(page, section))
        yield report(page, grid, section, named.get(section) ?? "", others);
    }
  }
}

/** The boxes around some elements, in the order of the page, with all that they hold. */
function besides(page: HtmlPage, elements: Iterable<HtmlElement>): ReadonlyMap<HtmlElement, readonly HtmlElement[]> {
  const wanted = new Set([...elements].map(({ parent }) => parent));
  const children = new Map<HtmlElement, HtmlElement[]>();
  for (const element of page.nesting().elements) {
    const { parent } = element;
    if (parent === undefined || !wanted.has(parent)) continue;
    const others = children.get(parent);
    if (others === undefined) children.set(parent, [element]);
    else others.push(element);
  }
  return children;
}

function report(page: HtmlPage, grid: HtmlElement, section: HtmlElement, name: string, cards: number): Report {
  const holder = page.source.slice(...grid.tag.at).replace(/\s+/g, " ");
  return {
    at: section.tag.at,
    message: `${name === "" ? "a section" : `section "${name}"`} stands in ${holder.slice(0, 60)} as one of its cards, beside ${cards} others`,
    help: "move it behind the end of the grid, or give it grid-column: 1 / -1",
    related: [{ at: grid.tag.at, message: "the grid" }],
  };
}

/** Whether at least three other children, and most of them, bear the same class, some before the section and some behind it. */
function isAmongCards(page: HtmlPage, section: HtmlElement, children: readonly HtmlElement[]): boolean {
  const looks = new Map<string, HtmlElement[]>();
  for (const child of children) {
    const look = attribute(page, child, "class");
    const alike = looks.get(look);
    if (alike === undefined) looks.set(look, [child]);
    else alike.push(child);
  }
  const start = section.tag.at[0];
  return [...looks].some(
    ([look, alike]) =>
      look !== "" &&
      !alike.includes(section) &&
      alike.length >= 3 &&
      alike.length * 2 >= children.length &&
      alike.some(({ tag }) => tag.at[0] < start) &&
      alike.some(({ tag }) => tag.at[0] > start),
  );
}

/** Whether the section takes the grid's whole width, or says how much of it. */
function spans(page: HtmlPage, section: HtmlElement): boolean {
  const style = attribute(page, section, "style");
  const classes = attribute(page, section, "class");
  return (
    /grid-(?:column|area|row)|flex(?:-basis)?\s*:|width\s*:/.test(style) ||
    /(?:^|\s)(?:[\w:-]*col(?:umn)?s?(?:-|$|\s)|[\w:-]*w-|card|tile|panel|grid-item)/.test(classes) ||
    (/(?:^|\s)full/.test(classes) && mayBeStyled(page))
  );
}

/** Whether a style sheet may say what a class like `full` is: the page's own, or one that it links. */
const mayBeStyled = ({ markup, tags }: HtmlPage): boolean =>
  tags.some(({ name }) => name === "style" || name === "script") || /<link\b[^>]{0,300}stylesheet/i.test(markup);

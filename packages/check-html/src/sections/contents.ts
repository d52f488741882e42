import type { HtmlElement, HtmlPage } from "@failcheck/languages";
import { attribute } from "./attribute.ts";
import { elementsById } from "./elements-by-id.ts";
import { oncePerPage } from "./once-per-page.ts";

/**
 * The ids that the page's own contents name, in their order: those of the first `nav`, `ol` or `ul` with at least three links,
 * most of which lead to places of the page. Of nested lists only the outer one counts. An index, which has the order of the alphabet,
 * says nothing of the page's.
 */
export const contents = oncePerPage((page): readonly string[] => {
  const lists = linkLists(page);
  if (lists.size === 0) return [];
  const ids = elementsById(page);
  const indexes = new Map<HtmlElement, boolean>();
  for (const [list, links] of lists) {
    const outer = listsAround(list).at(-1) ?? list;
    const isOne = indexes.get(outer) ?? isIndex(lists.get(outer) ?? links);
    indexes.set(outer, isOne);
    if (isOne) continue;
    let outermost = Infinity;
    for (const { level } of links) outermost = Math.min(outermost, level);
    const targets = links.filter(({ level }) => level === outermost).map(({ target }) => target);
    const known = targets.filter((target) => target !== "" && ids.has(target));
    if (known.length >= 3 && known.length * 4 >= targets.length * 3) return [...new Set(known)];
  }
  return [];
});

interface Link {
  /** The id that it leads to; empty where it leads out of the page. */
  readonly target: string;
  /** How many lists stand around it. */
  readonly level: number;
  /** The innermost of those. */
  readonly list: HtmlElement | undefined;
  /** What the reader sees of it. */
  readonly label: string;
}

/** As many entries stand in the order of the alphabet by chance once in a hundred times. */
const fewestOfIndex = 5;

/** Whether each list among the links goes by the alphabet; what stands between lists are their headings. */
function isIndex(links: readonly Link[]): boolean {
  const last = new Map<HtmlElement | undefined, string>();
  const alphabet = new Intl.Collator("en");
  const hasLists = links.some(({ list }) => list?.tag.name !== "nav");
  let count = 0;
  for (const { list, label } of links) {
    if (hasLists && list?.tag.name === "nav") continue;
    const before = last.get(list);
    last.set(list, label);
    if (before === undefined) continue;
    if (alphabet.compare(before, label) > 0) return false;
    count++;
  }
  return count >= fewestOfIndex - 1;
}

function linkLists(page: HtmlPage): ReadonlyMap<HtmlElement, readonly Link[]> {
  const lists = new Map<HtmlElement, Link[]>();
  if (!linkInside.test(page.markup)) return lists;
  let inner = 0;
  for (const element of page.nesting().elements) {
    if (element.tag.name !== "a") continue;
    const href = attribute(page, element, "href");
    if (href === "" || opensPanel(page, element)) continue;
    const target = href.startsWith("#") ? decoded(href.slice(1)) : "";
    if (target !== "") inner++;
    const around = listsAround(element);
    const level = around.filter(({ tag }) => tag.name !== "nav").length;
    const link = { target, level, list: around[0], label: labelOf(page, element) };
    for (const list of around) {
      const links = lists.get(list);
      if (links === undefined) lists.set(list, [link]);
      else links.push(link);
    }
  }
  return inner < 3 ? new Map() : lists;
}

/** Matches `href="#jobs"`; not `href="#"`, which leads nowhere. */
const linkInside = /href\s{0,9}=\s{0,9}["']?\s{0,9}#[^"'\s>]/i;

function labelOf(page: HtmlPage, { tag, end }: HtmlElement): string {
  return page.markup
    .slice(tag.at[1], end?.at[0] ?? tag.at[1])
    .replace(/<[^<>]{0,400}>/g, "")
    .trim();
}

/** The links of tabs and accordions open panels; they are no contents. */
const opensPanel = (page: HtmlPage, link: HtmlElement): boolean =>
  page
    .attributes(link.tag)
    .some(({ name }) => name === "role" || name === "aria-controls" || /^data-(?:bs-)?(?:toggle|target)/.test(name));

/** Browsers nest no deeper than this; what lists stand further out makes no difference. */
const deepest = 512;

function listsAround(element: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  let at = element.parent;
  for (let depth = 0; at !== undefined && depth < deepest; depth++, at = at.parent) {
    if (["nav", "ol", "ul"].includes(at.tag.name)) found.push(at);
  }
  return found;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    // a stray percent sign: the id is meant as it stands
    return id;
  }
}

import type { HtmlElement, HtmlPage } from "@failcheck/languages";

/** A part of the page that stands for itself: a section, or a box that a comment or the page's contents names. */
export interface Landmark {
  readonly element: HtmlElement;
  /** Its id, or the name in its comment; empty where it has neither. */
  readonly name: string;
  /** A comment, the page's contents or the configuration counts it among the major ones. */
  readonly major: boolean;
}

/** A page with more of them is no report that somebody laid out. */
const mostLandmarks = 300;

/** The page's landmarks, in its order. */
export function landmarks(page: HtmlPage, also: readonly string[]): Landmark[] {
  const announced = announcements(page);
  const listed = new Set([...contents(page), ...also]);
  const seen = new Set<string>();
  const found = page.nesting().elements.flatMap((element): Landmark[] => {
    const comment = announced.get(element.tag.at[0]) ?? "";
    const isSection = element.tag.name === "section";
    if (element.foreign || (!isSection && comment === "" && (listed.size === 0 || !isBox(element)))) return [];
    const id = attribute(page, element, "id");
    // of two boxes with one id, links lead to the first
    const major = comment !== "" || (id !== "" && listed.has(id) && !seen.has(id));
    seen.add(id);
    return isSection || major ? [{ element, name: id === "" ? comment : id, major }] : [];
  });
  return found.length > mostLandmarks ? [] : found;
}

/** Elements that can be a part of a page; a link or heading that bears the id of one is not. */
const boxes: ReadonlySet<string> = new Set(["div", "section", "article", "main", "aside", "header", "footer", "fieldset"]);
const isBox = ({ tag }: HtmlElement): boolean => boxes.has(tag.name);

/** An attribute's value; empty where it is absent. */
export function attribute(page: HtmlPage, element: HtmlElement, wanted: string): string {
  const found = page.attributes(element.tag).find(({ name }) => name === wanted);
  return found?.valueAt === undefined ? "" : page.source.slice(...found.valueAt).trim();
}

/** Matches `<!-- SECTION: ads -->` and `<!-- Section 3 - jobs -->`; not `<!-- end of section -->`. */
const announces = /^<!--\s*section\b[\s:#-]*([^>]{0,80}?)\s*-*->$/i;

/** By the offset of the start tag behind it: what a comment calls the box that begins there. */
function announcements(page: HtmlPage): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const at of page.comments) {
    const name = announces.exec(page.source.slice(...at))?.[1];
    if (name === undefined || /^(?:end|ends|close)\b/i.test(name)) continue;
    const next = at[1] + (/^\s*/.exec(page.markup.slice(at[1], at[1] + 500))?.[0].length ?? 0);
    found.set(next, name === "" ? "section" : name.replace(/[\s=*]+$/, ""));
  }
  return found;
}

/**
 * The ids that the page's own contents name, in their order: those of the first `nav`, `ol` or `ul` with at least three links,
 * most of which lead to places of the page. Of nested lists only the outer one counts.
 */
export function contents(page: HtmlPage): string[] {
  const lists = linkLists(page);
  if (lists.size === 0) return [];
  const ids = new Set(page.nesting().elements.map((element) => attribute(page, element, "id")));
  for (const links of lists.values()) {
    const outermost = Math.min(...links.map(({ level }) => level));
    const targets = links.filter(({ level }) => level === outermost).map(({ target }) => target);
    const known = targets.filter((target) => target !== "" && ids.has(target));
    if (known.length >= 3 && known.length * 4 >= targets.length * 3) return [...new Set(known)];
  }
  return [];
}

interface Link {
  /** The id that it leads to; empty where it leads out of the page. */
  readonly target: string;
  /** How many lists stand around it. */
  readonly level: number;
}

function linkLists(page: HtmlPage): ReadonlyMap<HtmlElement, readonly Link[]> {
  const lists = new Map<HtmlElement, Link[]>();
  if (!/href\s*=\s*["']?#/i.test(page.markup)) return lists;
  let inner = 0;
  for (const element of page.nesting().elements) {
    if (element.tag.name !== "a") continue;
    const href = attribute(page, element, "href");
    if (href === "" || opensPanel(page, element)) continue;
    const target = href.startsWith("#") ? decoded(href.slice(1)) : "";
    if (target !== "") inner++;
    const around = listsAround(element);
    const level = around.filter(({ tag }) => tag.name !== "nav").length;
    for (const list of around) lists.set(list, [...(lists.get(list) ?? []), { target, level }]);
  }
  return inner < 3 ? new Map() : lists;
}

/** The links of tabs and accordions open panels; they are no contents. */
const opensPanel = (page: HtmlPage, link: HtmlElement): boolean =>
  page
    .attributes(link.tag)
    .some(({ name }) => name === "role" || name === "aria-controls" || /^data-(?:bs-)?(?:toggle|target)/.test(name));

function listsAround(element: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  for (let at = element.parent; at !== undefined; at = at.parent) if (["nav", "ol", "ul"].includes(at.tag.name)) found.push(at);
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

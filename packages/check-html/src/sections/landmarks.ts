import type { HtmlElement, HtmlPage } from "@failcheck/languages";
import { attribute } from "./attribute.ts";
import { contents } from "./contents.ts";
import { oncePerPage } from "./once-per-page.ts";

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

/** The page's landmarks, in its order; the configuration may name some. */
export function landmarks(page: HtmlPage, also: readonly string[] = []): readonly Landmark[] {
  return also.length === 0 ? ownLandmarks(page) : find(page, also);
}

const ownLandmarks = oncePerPage((page) => find(page, []));

function find(page: HtmlPage, also: readonly string[]): readonly Landmark[] {
  const announced = announcements(page);
  const listed = new Set([...contents(page), ...also]);
  const seen = new Set<string>();
  const found: Landmark[] = [];
  for (const element of page.nesting().elements) {
    const isSection = element.tag.name === "section";
    const comment = announced.get(element.tag.at[0]) ?? "";
    if (element.foreign || (!isSection && comment === "" && (listed.size === 0 || !isBox(element)))) continue;
    const id = attribute(page, element, "id");
    // of two boxes with one id, links lead to the first
    const major = comment !== "" || (id !== "" && listed.has(id) && !seen.has(id));
    seen.add(id);
    if (isSection || major) found.push({ element, name: id === "" ? comment : id, major });
  }
  return found.length > mostLandmarks ? [] : found;
}

/** Elements that can be a part of a page; a link or heading that bears the id of one is not. */
const boxes: ReadonlySet<string> = new Set(["div", "section", "article", "main", "aside", "header", "footer", "fieldset"]);
const isBox = ({ tag }: HtmlElement): boolean => boxes.has(tag.name);

/** Matches `<!-- SECTION: ads -->` and `<!-- Section 3 - jobs -->`, `<!-- === BEGIN SECTION: ads === -->`; not `<!-- end of section -->`. */
const announces = /^<!--[\s=*#~-]{0,60}(?:(?:begin|start)(?:\s+of)?\s+)?section\b[\s:#-]*([^>]{0,80}?)\s*-*->$/i;

/** By the offset of the start tag behind it: what a comment calls the box that begins there. */
function announcements(page: HtmlPage): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const at of page.comments) {
    const name = announces.exec(page.source.slice(...at))?.[1];
    if (name === undefined || /^(?:end|ends|close)\b/i.test(name)) continue;
    const next = at[1] + (/^\s*/.exec(page.markup.slice(at[1], at[1] + 500))?.[0].length ?? 0);
    found.set(next, name === "" ? "section" : name.replace(/[\s=*#~-]+$/, ""));
  }
  return found;
}

import { fileRule, type Report } from "@failcheck/core";
import { html, type HtmlElement, type HtmlPage, type HtmlTree } from "@failcheck/languages";
import * as v from "valibot";
import { isPlain } from "./blamed-reading.ts";
import { depthOf, frameOf, frames, isInside, outerFrames } from "./sections/holders.ts";
import { attribute } from "./sections/attribute.ts";
import { type Landmark, landmarks } from "./sections/landmarks.ts";

const options = v.object({
  sections: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description("Ids of boxes that are major sections of their page, beside those that are found."),
    ),
    [],
  ),
});

/** A section that was pasted into the box of its neighbour sits deeper than its like. */
export const wrongSectionDepth = fileRule<HtmlTree, v.InferOutput<typeof options>>({
  id: "html/wrong-section-depth",
  title: "The major sections of a page all sit at the same depth.",
  incidents: ["P-11"],
  reads: html,
  options,
  *check(tree, _file, { sections }) {
    for (const page of tree.pages) {
      if (!isPlain(page)) continue;
      yield* strangers(page, landmarks(page, sections));
    }
  },
});

/** The sections whose depth differs from that of the clear majority of those that belong together. */
function* strangers(page: HtmlPage, found: readonly Landmark[]): Iterable<Report> {
  for (const group of groups(found)) {
    const usual = majority(group.map(({ element }) => depthOf(element)));
    if (usual === undefined || !areNeighbours(group, usual)) continue;
    const rest = group.filter(({ element }) => depthOf(element) !== usual);
    const [few] = rest;
    const trapped = few && group.find(({ element }) => element !== few.element && isInside(element, few.element));
    if (rest.length === 1 && few !== undefined && trapped !== undefined) yield insideReport(trapped, few);
    else
      for (const landmark of rest)
        if (
          landmark.major ||
          isAmongContent(page, landmark.element, usual) ||
          isOneOf(page, landmark, group) ||
          isLeftOutside(page, landmark, group)
        )
          yield depthReport(landmark, usual);
  }
}

/** Major landmarks belong together within an article or main, plain sections within what holds them. */
function groups(found: readonly Landmark[]): Iterable<Landmark[]> {
  const plain = new Map<HtmlElement | undefined, Landmark[]>();
  const major = new Map<HtmlElement | undefined, Landmark[]>();
  for (const landmark of found) {
    const [table, frame] = landmark.major
      ? [major, frameOf(landmark.element, outerFrames)]
      : [plain, frameOf(landmark.element, frames)];
    table.set(frame, [...(table.get(frame) ?? []), landmark]);
  }
  return [...major.values(), ...plain.values()];
}

/**
 * Whether those at the usual depth stand in one box, each with a few boxes around it at most: what lists within lists have in
 * common, as in the reference of a program, is no layout of a page.
 */
function areNeighbours(group: readonly Landmark[], usual: number): boolean {
  const holders = group.flatMap(({ element }) => (depthOf(element) === usual ? [ancestor(element, mostWrappers)] : []));
  return new Set(holders).size === 1;
}

/** How many boxes of its own a section may have around it: `row > column > section`. */
const mostWrappers = 3;

/** The element that many levels further out; undefined beyond the page's outermost. */
function ancestor(element: HtmlElement, levels: number): HtmlElement | undefined {
  let at: HtmlElement | undefined = element;
  for (let level = 0; level < levels; level++) at = at?.parent;
  return at;
}

/** Whether a box between the section and the usual depth holds content of its own: then it is no wrapper, but somebody's card. */
function isAmongContent(page: HtmlPage, section: HtmlElement, usual: number): boolean {
  let inner = section;
  for (let box = section.parent; box !== undefined && depthOf(box) >= usual; box = box.parent) {
    const before = page.markup.slice(box.tag.at[1], inner.tag.at[0]).replace(/<!--[^]*?-->/g, "");
    if (/<(?:p|h[1-6]|table|canvas|img|ul|ol|span|svg|figure)[\s>]/i.test(before)) return true;
    inner = box;
  }
  return false;
}

/** Matches the class of a box that a designer puts around one section: `container`, `page-wrapper`; not `card`. */
const wrapper = /(?:^|[\s_-])(?:container|wrap|wrapper|inner|outer-wrap|row|col|bg|section|full|fluid|band)(?:$|[\s\d_-])/i;

/** Whether all sections of a group bear ids, and this one has the classes of its like: then its box makes no difference on purpose. */
function isOneOf(page: HtmlPage, { element }: Landmark, group: readonly Landmark[]): boolean {
  const looks = (one: HtmlElement): string => attribute(page, one, "class");
  const holder = element.parent === undefined ? "" : looks(element.parent);
  const isAlone = !group.some((other) => other.element !== element && other.element.parent === element.parent);
  return (
    group.every((one) => attribute(page, one.element, "id") !== "") &&
    group.some((other) => depthOf(other.element) !== depthOf(element) && looks(other.element) === looks(element)) &&
    !(isAlone && wrapper.test(holder))
  );
}

/**
 * Whether a section stands behind the box of all the others, which is but a wrapper of the page, and looks like them: a band of its
 * own before it, or one with another class or a wrapper inside, is a design.
 */
function isLeftOutside(page: HtmlPage, { element }: Landmark, group: readonly Landmark[]): boolean {
  const others = group.filter((other) => other.element !== element).map((other) => other.element);
  const [first] = others;
  const box = first?.parent;
  if (first === undefined || box === undefined || others.length < 3 || others.some(({ parent }) => parent !== box)) return false;
  let outer = box;
  while (outer.parent !== undefined && outer.parent !== element.parent) outer = outer.parent;
  if (outer.parent !== element.parent || outer.tag.at[0] > element.tag.at[0]) return false;
  const looks = (one: HtmlElement): string => attribute(page, one, "class");
  const inner = page.nesting().elements.find(({ parent }) => parent === element);
  return (
    outer.tag.name === "div" &&
    pageBox.test(`${looks(outer)} ${attribute(page, outer, "id")}`) &&
    others.every((one) => looks(one) === looks(element)) &&
    !(inner !== undefined && wrapper.test(looks(inner)))
  );
}

/** Matches the class or id of the box that holds a whole page: `wrap`, `page-content`; not `sidebar`. */
const pageBox = /(?:^|[\s_-])(?:container|wrap|wrapper|inner|page|content|main|site|app|report|root|body)(?:$|[\s_-])/i;

function depthReport({ element, name }: Landmark, usual: number): Report {
  const depth = depthOf(element);
  const deeper = depth > usual;
  return {
    at: element.tag.at,
    message: `${shown(name)} sits at depth ${depth}, the other sections at ${usual}`,
    help: deeper
      ? "move it out of the box that holds it, or close that box before it"
      : "move it to where the other sections are",
    related: deeper && element.parent !== undefined ? [{ at: element.parent.tag.at, message: "it is inside this" }] : [],
  };
}

function insideReport({ element, name }: Landmark, holder: Landmark): Report {
  return {
    at: element.tag.at,
    message: `${shown(name)} sits inside ${shown(holder.name)}, and so does what follows`,
    help: "close what the section before it left open",
    related: [{ at: holder.element.tag.at, message: "it is inside this" }],
  };
}

const shown = (name: string): string => (name === "" ? "a section" : `section "${name}"`);

/** The value of at least three, and of at least twice as many as all others together. */
function majority(depths: readonly number[]): number | undefined {
  for (const depth of new Set(depths)) {
    const same = depths.filter((other) => other === depth).length;
    if (same >= 3 && same >= 2 * (depths.length - same)) return depth;
  }
  return undefined;
}

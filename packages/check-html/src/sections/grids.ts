import type { HtmlElement, HtmlPage } from "@failcheck/languages";
import { attribute } from "./attribute.ts";
import { oncePerPage } from "./once-per-page.ts";

/** How well an element is known to lay out its children beside each other: `cards` must look alike where it is only likely. */
export type GridKind = "sure" | "likely";

/** Class names by which the common frameworks lay out columns. */
const gridClass =
  /(?:^|\s)(?:grid|row|[\w-]*-grid|grid-cols-\d+|row-cols-[\w-]+|grid-x|columns|card-deck|card-group|cards)(?:$|\s)/;
/** Matches `grid-cols-3`, `md:grid-cols-[2fr_1fr]`: columns, be it on wide screens alone; not `grid-cols-1`. */
const columnClass = /(?:^|\s)(?:[\w-]+:){0,3}grid-cols-(?:[2-9]|1\d|\[)/;
/** Matches `flex`, `d-flex`, `md:flex-row`; not `flex-1`. */
const flexClass = /(?:^|\s)(?:[\w-]+:){0,3}(?:d-)?(?:inline-)?flex(?:-row|-wrap)?(?:$|\s)/;
const stackClass = /(?:^|\s)(?:flex-col|flex-column|grid-cols-1)(?:$|\s)/;
/** What makes a box lay out its children beside each other: several columns, or a row of flexible boxes. */
const laysOut = /grid-template-columns\s*:|display\s*:\s*(?:inline-)?grid|display\s*:\s*(?:inline-)?flex/;
const stacks =
  /flex-(?:direction|flow)\s*:\s*(?:wrap\s+)?column|grid-template-columns\s*:\s*(?:1fr|100%|none|auto|minmax\(0(?:px)?,\s*1fr\))\s*(?:;|$)/;

/** Says of an element whether it lays out its children in columns, by its style, the page's own style sheet or its classes. */
export function gridKind(page: HtmlPage, element: HtmlElement): GridKind | undefined {
  const { name } = element.tag;
  if (name === "body" || name === "html") return undefined;
  const kind = kindOf(page, element);
  return kind !== undefined && name === "main" ? "likely" : kind;
}

function kindOf(page: HtmlPage, element: HtmlElement): GridKind | undefined {
  const style = attribute(page, element, "style");
  const classes = attribute(page, element, "class");
  if (laysOut.test(style)) return declared(style);
  const styled = styledClasses(page);
  const own = namesOf(page, element).map((name) => styled.get(name));
  if (own.includes("sure")) return "sure";
  if (own.includes("likely")) return "likely";
  if (own.includes("none")) return undefined;
  if (columnClass.test(classes) || page.attributes(element.tag).some(({ name }) => /^(?:data-)?uk-grid$/.test(name)))
    return "sure";
  if (gridClass.test(classes)) return stackClass.test(classes) ? undefined : "sure";
  return flexClass.test(classes) && (!stackClass.test(classes) || /:flex-row(?:$|\s)/.test(classes)) ? "likely" : undefined;
}

/** An element's classes and its id, with the sign that a style sheet gives them. */
const namesOf = (page: HtmlPage, element: HtmlElement): string[] => [
  ...attribute(page, element, "class")
    .split(/\s+/)
    .map((name) => `.${name}`),
  `#${attribute(page, element, "id")}`,
];

/** Says of an element of a grid whether the page's own style sheet says how much of the grid it takes. */
export function isPlacedByStyle(page: HtmlPage, element: HtmlElement): boolean {
  const names = placedNames(page);
  return names.has(element.tag.name) || namesOf(page, element).some((name) => names.has(name));
}

const placedNames = oncePerPage((page): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const [selectors, declarations] of styleRules(page)) {
    if (
      !/grid-(?:column|area|row)|flex(?:-basis)?\s*:\s*(?:0|1|none)[^;]{0,20}100%|flex-basis\s*:|(?:^|[;\s])width\s*:\s*100%/.test(
        declarations,
      )
    )
      continue;
    for (const [, name = ""] of selectors.matchAll(lastPart)) names.add(name);
  }
  return names;
});

/** Matches the last element, class or id of each selector: `section` of `.tiles > section`. */
const lastPart = /([.#]?[\w-]+)\s*(?=,|$)/g;

/** A grid without columns stacks its children, unless another style sheet gives it some. */
function declared(declarations: string): GridKind | undefined {
  if (stacks.test(declarations)) return undefined;
  return hasColumns(declarations) || /display\s*:\s*(?:inline-)?flex/.test(declarations) ? "sure" : "likely";
}

const hasColumns = (style: string): boolean => /grid-template(?:-columns)?\s*:/.test(style);

/** Matches `.cards, .tiles { display: grid }` of a style sheet: selectors and declarations of one rule. */
const styleRule = /([^{}@;]{1,300})\{([^{}]{0,2000})\}/g;

/** Matches the last class or id of each selector: `.tiles` of `main > div.tiles`, `#a` of `#a, b`; not `.a b`. */
const lastName = /([.#][\w-]+)\s*(?=,|$)/g;

/** By class and id, with their sign: how the page's own style sheet lays its boxes out. */
const styledClasses = oncePerPage((page): ReadonlyMap<string, GridKind | "none"> => {
  const found = new Map<string, GridKind | "none">();
  for (const [selectors, declarations] of styleRules(page)) {
    if (!/display\s*:|grid-template|flex-direction|flex-flow/.test(declarations)) continue;
    const kind = (laysOut.test(declarations) ? declared(declarations) : undefined) ?? "none";
    for (const [, name = ""] of selectors.matchAll(lastName)) if (kind !== "none" || !found.has(name)) found.set(name, kind);
  }
  return found;
});

/** The selectors and declarations of each rule of the page's own style sheets. */
function* styleRules(page: HtmlPage): Iterable<readonly [selectors: string, declarations: string]> {
  for (const { tag, end } of page.nesting().elements) {
    if (tag.name !== "style" || end === undefined) continue;
    const sheet = page.markup.slice(tag.at[1], end.at[0]).replace(/\/\*[^]*?\*\//g, " ");
    for (const [, selectors = "", declarations = ""] of sheet.matchAll(styleRule)) yield [selectors, declarations];
  }
}

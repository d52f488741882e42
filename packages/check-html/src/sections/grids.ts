import type { HtmlElement, HtmlPage } from "@failcheck/languages";
import { attribute } from "./attribute.ts";

/** How well an element is known to lay out its children beside each other: `cards` must look alike where it is only likely. */
export type GridKind = "sure" | "likely";

/** Class names by which the common frameworks lay out columns. */
const gridClass = /(?:^|\s)(?:grid|row|[\w-]*-grid|grid-cols-\d+|row-cols-[\w-]+|columns|card-deck|card-group|cards)(?:$|\s)/;
/** Matches `grid-cols-3`, `md:grid-cols-[2fr_1fr]`: columns, be it on wide screens alone; not `grid-cols-1`. */
const columnClass = /(?:^|\s)(?:[\w-]+:){0,3}grid-cols-(?:[2-9]|1\d|\[)/;
/** Matches `flex`, `d-flex`, `md:flex-row`; not `flex-1`. */
const flexClass = /(?:^|\s)(?:[\w-]+:){0,3}(?:d-)?(?:inline-)?flex(?:-row|-wrap)?(?:$|\s)/;
const stackClass = /(?:^|\s)(?:flex-col|flex-column|grid-cols-1)(?:$|\s)/;
/** What makes a box lay out its children beside each other: several columns, or a row of flexible boxes. */
const laysOut = /grid-template-columns\s*:|display\s*:\s*(?:inline-)?grid|display\s*:\s*(?:inline-)?flex/;
const stacks = /flex-direction\s*:\s*column|grid-template-columns\s*:\s*(?:1fr|100%|none|auto)\s*(?:;|$)/;

/** Says of an element whether it lays out its children in columns, by its style, the page's own style sheet or its classes. */
export function gridOf(page: HtmlPage): (element: HtmlElement) => GridKind | undefined {
  const styled = styledClasses(page);
  return (element) => {
    const { name } = element.tag;
    if (name === "body" || name === "html") return undefined;
    const kind = kindOf(attribute(page, element, "style"), attribute(page, element, "class"), styled);
    return kind !== undefined && name === "main" ? "likely" : kind;
  };
}

function kindOf(style: string, classes: string, styled: ReadonlyMap<string, GridKind | "none">): GridKind | undefined {
  if (laysOut.test(style)) return declared(style);
  const own = classes.split(/\s+/).map((name) => styled.get(name));
  if (own.includes("sure")) return "sure";
  if (own.includes("likely")) return "likely";
  if (own.includes("none")) return undefined;
  if (columnClass.test(classes)) return "sure";
  if (gridClass.test(classes)) return stackClass.test(classes) ? undefined : "sure";
  return flexClass.test(classes) && (!stackClass.test(classes) || /:flex-row(?:$|\s)/.test(classes)) ? "likely" : undefined;
}

/** A grid without columns stacks its children, unless another style sheet gives it some. */
function declared(declarations: string): GridKind | undefined {
  if (stacks.test(declarations)) return undefined;
  return hasColumns(declarations) || /display\s*:\s*(?:inline-)?flex/.test(declarations) ? "sure" : "likely";
}

const hasColumns = (style: string): boolean => /grid-template(?:-columns)?\s*:/.test(style);

/** Matches `.cards, .tiles { display: grid }` of a style sheet: selectors and declarations of one rule. */
const styleRule = /([^{}@;]{1,300})\{([^{}]{0,2000})\}/g;

/** By class: how the page's own style sheet lays its boxes out. */
function styledClasses(page: HtmlPage): ReadonlyMap<string, GridKind | "none"> {
  const found = new Map<string, GridKind | "none">();
  for (const { tag, end } of page.nesting().elements) {
    if (tag.name !== "style" || end === undefined) continue;
    for (const [, selectors = "", declarations = ""] of page.markup
      .slice(tag.at[1], end.at[0])
      .replace(/\/\*[^]*?\*\//g, " ")
      .matchAll(styleRule)) {
      if (!/display\s*:|grid-template|flex-direction/.test(declarations)) continue;
      const kind = (laysOut.test(declarations) ? declared(declarations) : undefined) ?? "none";
      for (const [, name = ""] of selectors.matchAll(/(?:^|,)\s*\.([\w-]+)\s*(?=,|$)/g))
        if (kind !== "none" || !found.has(name)) found.set(name, kind);
    }
  }
  return found;
}

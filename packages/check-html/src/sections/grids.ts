import type { HtmlElement, HtmlPage } from "@failcheck/languages";
import { attribute } from "./landmarks.ts";

/** Class names by which the common frameworks lay out columns. */
const gridClass = /(?:^|\s)(?:grid|row|[\w-]*-grid|grid-cols-\d+|row-cols-[\w-]+|columns|card-deck|card-group|cards)(?:$|\s)/;
/** What makes a box lay out its children beside each other: several columns, or a row of flexible boxes. */
const laysOut = /grid-template-columns\s*:|display\s*:\s*(?:inline-)?grid|display\s*:\s*(?:inline-)?flex/;
const stacks = /flex-direction\s*:\s*column|grid-template-columns\s*:\s*(?:1fr|100%|none|auto)\s*(?:;|$)/;

/** Says of an element whether it lays out its children in columns, by its style, the page's own style sheet or its classes. */
export function gridOf(page: HtmlPage): (element: HtmlElement) => boolean {
  const styled = styledClasses(page);
  return (element) => {
    if (element.tag.name === "body" || element.tag.name === "html" || element.tag.name === "main") return false;
    const style = attribute(page, element, "style");
    if (laysOut.test(style)) return !stacks.test(style) && (hasColumns(style) || !/display\s*:\s*(?:inline-)?grid/.test(style));
    const classes = attribute(page, element, "class");
    const own = classes.split(/\s+/).map((name) => styled.get(name));
    if (own.includes(true)) return true;
    return (
      !own.includes(false) && gridClass.test(classes) && !/(?:^|\s)(?:flex-col|flex-column|grid-cols-1)(?:$|\s)/.test(classes)
    );
  };
}

const hasColumns = (style: string): boolean => /grid-template(?:-columns)?\s*:/.test(style);

/** Matches `.cards, .tiles { display: grid }` of a style sheet: selectors and declarations of one rule. */
const styleRule = /([^{}@;]{1,300})\{([^{}]{0,2000})\}/g;

/** By class: whether the page's own style sheet lays its boxes out in columns (true) or in something else (false). */
function styledClasses(page: HtmlPage): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  for (const { tag, end } of page.nesting().elements) {
    if (tag.name !== "style" || end === undefined) continue;
    for (const [, selectors = "", declarations = ""] of page.markup
      .slice(tag.at[1], end.at[0])
      .replace(/\/\*[^]*?\*\//g, " ")
      .matchAll(styleRule)) {
      if (!/display\s*:|grid-template|flex-direction/.test(declarations)) continue;
      const isGrid =
        laysOut.test(declarations) && !stacks.test(declarations) && (hasColumns(declarations) || declarations.includes("flex"));
      for (const [, name = ""] of selectors.matchAll(/(?:^|,)\s*\.([\w-]+)\s*(?=,|$)/g))
        found.set(name, isGrid || found.get(name) === true);
    }
  }
  return found;
}

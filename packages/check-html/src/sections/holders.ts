import type { HtmlElement } from "@failcheck/languages";

/** What sections stand in: sections of one frame belong together. */
export const frames: ReadonlySet<string> = new Set([
  "article",
  "main",
  "section",
  "body",
  "aside",
  "template",
  "dialog",
  "details",
]);
/** The same for the major sections of a page, which no other section holds. */
export const outerFrames: ReadonlySet<string> = new Set(["article", "main", "body", "template", "dialog", "details"]);

/** The frame that a landmark belongs to; undefined for the page itself. */
export function frameOf(element: HtmlElement, names: ReadonlySet<string>): HtmlElement | undefined {
  let at = element.parent;
  while (at !== undefined && !names.has(at.tag.name)) at = at.parent;
  return at;
}

/** How many elements hold this one. */
export function depthOf(element: HtmlElement): number {
  let depth = 0;
  for (let at = element.parent; at !== undefined; at = at.parent) depth++;
  return depth;
}

/** Whether one element stands inside another. */
export function isInside(element: HtmlElement, holder: HtmlElement): boolean {
  for (let at = element.parent; at !== undefined; at = at.parent) if (at === holder) return true;
  return false;
}

import type { HtmlElement, HtmlPage } from "@failcheck/languages";
import { attribute } from "./attribute.ts";
import { oncePerPage } from "./once-per-page.ts";

/** The elements of a page that bear an id, in the order of the page. */
export const elementsById = oncePerPage((page: HtmlPage): ReadonlyMap<string, readonly HtmlElement[]> => {
  const found = new Map<string, HtmlElement[]>();
  for (const element of page.nesting().elements) {
    const id = attribute(page, element, "id");
    if (id === "") continue;
    const others = found.get(id);
    if (others === undefined) found.set(id, [element]);
    else others.push(element);
  }
  return found;
});

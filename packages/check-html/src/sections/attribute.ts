import type { HtmlElement, HtmlPage } from "@failcheck/languages";

/** An attribute's value; empty where it is absent. */
export function attribute(page: HtmlPage, element: HtmlElement, wanted: string): string {
  const found = page.attributes(element.tag).find(({ name }) => name === wanted);
  return found?.valueAt === undefined ? "" : page.source.slice(...found.valueAt).trim();
}

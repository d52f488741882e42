import type { HtmlPage } from "@failcheck/languages";

/** A function of a page that remembers its answer as long as the page is there: several rules ask for the same. */
export function oncePerPage<Answer>(find: (page: HtmlPage) => Answer): (page: HtmlPage) => Answer {
  const known = new WeakMap<HtmlPage, { readonly answer: Answer }>();
  return (page) => {
    const before = known.get(page);
    if (before !== undefined) return before.answer;
    const answer = find(page);
    known.set(page, { answer });
    return answer;
  };
}

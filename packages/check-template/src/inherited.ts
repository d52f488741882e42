import type { HtmlElement } from "@failcheck/languages";

/** Says of an element whether something holds of it or of one around it; each is asked once, and no depth is too deep. */
export function inherited(holds: (element: HtmlElement) => boolean): (element: HtmlElement | undefined) => boolean {
  const answers = new Map<HtmlElement, boolean>();
  return (element) => {
    const asked: HtmlElement[] = [];
    let answer = false;
    for (let at = element; at !== undefined && !answer; at = at.parent) {
      const known = answers.get(at);
      answer = known ?? holds(at);
      asked.push(at);
      if (known !== undefined) break;
    }
    for (const one of asked) answers.set(one, answer);
    return answer;
  };
}

import type { TemplateTag } from "./html.ts";

/** Matches `<div class="a">` and `</section>`; not `<br>`. */
const blocks =
  /<(\/?)(?:div|section|main|article|aside|header|footer|nav|form|fieldset|figure|table|ul|ol|dl|select|button|blockquote|details|dialog|template)\b/gi;

/** Matches `return; endif` and `exit; }`: the page ends there, in one of its branches. */
const leaves = /^(?:php\b)?\s*(?:return|exit|die)\b[^;{}]{0,200};\s*(?:endif|\})/i;

/** Whether the code of a template tag writes a tag whose other half it does not write: then the page cannot be read without running it. */
export function writesHalves({ role, inner }: TemplateTag): boolean {
  if (role === "close" && leaves.test(inner)) return true;
  if (role === "comment" || !inner.includes("<")) return false;
  let open = 0;
  for (const match of inner.matchAll(blocks)) open += match[1] === "/" ? -1 : 1;
  return open !== 0;
}

import type { HtmlNesting, HtmlPage, HtmlTag, TemplateTag } from "@failcheck/languages";
import type { LostTag } from "./repair/lost-tags.ts";

/** Names of files that hold one half of a page, and of what writes one: the other half closes what they open. */
const halfName =
  /(?:^|[/_.\s"'([-])(?:page|site|main|body|layout|panel|card|html|get|the|print|render|admin|xhtml)?[_-]?(?:head|header|headers|foot|footer|top|bottom|start|begin|end|open|close|opening|closing|prefix|suffix|before|after|pre|post|wrapper|layout|prologue|epilogue|intro|outro)(?:$|[\s_.\-("')/])/i;

/**
 * Whether the page may be one of two halves: not a whole page, wrong at its outer ends only, and named like a half, or put together
 * with one. The file alone cannot show that such a half is wrong, unless something within it is.
 */
export function mayBeHalf(page: HtmlPage, path: string, nesting: HtmlNesting, lost: readonly LostTag[]): boolean {
  if (page.dialect !== "html" || isWhole(page)) return false;
  if (!nesting.unclosed.every(({ by }) => by === undefined) && nesting.unclosed.length > 0) return false;
  if (!isNamedHalf(path) && !usesHalf(page)) return false;
  if (nesting.stray.slice(0, mostStray).some((tag) => isHeld(page, nesting, tag))) return false;
  return lost.every((tag) => isOuter(tag, nesting));
}

/** More stray end tags than this are not looked at. */
const mostStray = 50;

/** Whether an end tag closes nothing within an element that this very file opens and closes, and that takes in no half itself. */
function isHeld(page: HtmlPage, { elements }: HtmlNesting, { at }: HtmlTag): boolean {
  const holder = elements.findLast(({ tag, end }) => tag.at[1] <= at[0] && end !== undefined && end.at[0] >= at[1]);
  if (holder?.end === undefined) return false;
  const [start, end] = [holder.tag.at[1], holder.end.at[0]];
  return !page.templateTags.some((other) => other.at[0] >= start && other.at[1] <= end && takesHalf(other));
}

const isNamedHalf = (path: string): boolean => halfName.test(path.slice(path.lastIndexOf("/") + 1));

/** The page takes in a part, or calls something, that is named like a half. */
const usesHalf = (page: HtmlPage): boolean => page.templateTags.some(takesHalf);

const takesHalf = ({ role, inner }: TemplateTag): boolean => takesIn.has(role) && halfCall.test(inner);

const takesIn: ReadonlySet<string> = new Set(["include", "output", "other"]);
/** Matches `include "parts/header.html"`, `get_footer()`, `panel_begin(title)`; not `post.title`, `"after"`. */
const halfCall =
  /(?:include|render|partial|require|template|import|extends|layout|>)[^\n]{0,100}?(?:head|header|foot|footer|top|bottom|start|begin|end|open|close|prefix|suffix|wrapper)(?![a-z])|[a-z_](?:head|header|foot|footer|top|bottom|begin|end|open|close|start)s?\s?\(/i;

/** What plain nesting finds wrong at the outer ends, too; where the layout tells of another tag, that is lost within the half. */
function isOuter({ kind, tag, rivals, equals = [] }: LostTag, { unclosed, stray }: HtmlNesting): boolean {
  if (kind === "early") return false;
  const outer = kind === "stray" ? stray : unclosed.map(({ element }) => element.tag);
  return [tag, ...rivals, ...equals].some((rival) => outer.includes(rival));
}

/** A page with both ends, or the child of a layout, has no other half. */
export function isWhole(page: HtmlPage): boolean {
  const starts = page.tags.some(({ name, kind }) => kind === "start" && (name === "html" || name === "body"));
  const ends = page.tags.some(({ name, kind }) => kind === "end" && (name === "html" || name === "body"));
  return (starts && ends) || page.templateTags.some(({ role, word }) => role === "include" && word === "extends");
}

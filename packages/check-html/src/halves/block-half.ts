import type { HtmlPage, HtmlTag } from "@failcheck/languages";

/**
 * Whether all that a block of a child template holds is the opening, or the end, of elements: it stands in for what the parent
 * opens or closes there, which the child's file does not show.
 */
export function isBlockHalf(page: HtmlPage, tag: HtmlTag): boolean {
  const { templateTags } = page;
  if (!templateTags.some(({ role, word }) => role === "include" && word === "extends")) return false;
  const next = templateTags.findIndex(({ at }) => at[0] >= tag.at[1]);
  const [before, behind] = [templateTags[next - 1], templateTags[next]];
  if (before?.role !== "open" || before.word !== "block" || behind?.role !== "close") return false;
  const content = page.markup.slice(before.at[1], behind.at[0]);
  const opposite = tag.kind === "start" ? /<\// : /<[a-z]/i;
  return content.replace(/<[^<>]*>/g, "").trim() === "" && !opposite.test(content);
}

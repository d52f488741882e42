import { elementTraits, type HtmlPage, type HtmlTag } from "@failcheck/languages";
import type { LostTag } from "./lost-tags.ts";
import { survivors } from "./survivors.ts";

/**
 * Names the lost tags by what the change did: the pairs of the sound old page stay pairs, and what is left over without a
 * partner is at fault. Undefined where that does not explain the new page.
 */
export function lostByChange(before: HtmlPage, after: HtmlPage, tags: readonly HtmlTag[]): LostTag[] | undefined {
  const { elements, unclosed, stray } = before.nesting();
  if (unclosed.length > 0 || stray.length > 0) return undefined;
  const now = tags.filter(isBracket);
  const kept = survivors(before, before.tags.filter(isBracket), after, now);
  if (kept === undefined) return undefined;
  const paired = new Map<HtmlTag, HtmlTag>();
  for (const { tag, end } of elements) {
    const [start, close] = [kept.get(tag), end && kept.get(end)];
    if (start !== undefined && close !== undefined && start.at[0] < close.at[0]) paired.set(start, close).set(close, start);
  }
  return leftOver(now, paired);
}

const isBracket = (tag: HtmlTag): boolean => (tag.traits & elementTraits.mustClose) !== 0 && !tag.selfClosing;

/** Pairs what the kept pairs leave over, never across one of them, and returns what finds no partner. */
function leftOver(tags: readonly HtmlTag[], paired: ReadonlyMap<HtmlTag, HtmlTag>): LostTag[] | undefined {
  const stack: HtmlTag[] = [];
  const lost: LostTag[] = [];
  for (const tag of tags) {
    const partner = paired.get(tag);
    const top = stack.at(-1);
    if (tag.kind === "start") stack.push(tag);
    else if (partner !== undefined) {
      for (let open = stack.pop(); open !== partner; open = stack.pop()) {
        if (open === undefined || paired.has(open)) return undefined;
        lost.push({ tag: open, kind: "unclosed", before: tag, rivals: [] });
      }
    } else if (top?.name === tag.name && !paired.has(top)) stack.pop();
    else lost.push({ tag, kind: "stray", before: undefined, rivals: [] });
  }
  for (const tag of stack.reverse()) lost.push({ tag, kind: "unclosed", before: undefined, rivals: [] });
  return lost.length > 0 ? lost : undefined;
}

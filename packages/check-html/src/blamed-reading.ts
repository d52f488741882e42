import type { HtmlNesting, HtmlPage, HtmlReading, HtmlTag } from "@failcheck/languages";

/** A reading of a page that does not come out even, and under which condition that is so. */
export interface Blamed {
  readonly tags: readonly HtmlTag[];
  readonly nesting: HtmlNesting;
  /** In the template's words: `if user, otherwise`; undefined where no condition matters. */
  readonly when: string | undefined;
}

interface Tried {
  readonly way: HtmlReading;
  readonly nesting: HtmlNesting;
}

export const isSound = ({ unclosed, stray }: HtmlNesting): boolean => unclosed.length === 0 && stray.length === 0;

/**
 * Finds the reading to blame: of a page that is wrong whatever the conditions are, or of a condition under which it is wrong
 * whatever the others are. Conditions that may hang together are not judged.
 */
export function blamedReading(page: HtmlPage, nestTags: (tags: readonly HtmlTag[]) => HtmlNesting): Blamed | undefined {
  const { ways, conditions, complete } = page.readings();
  const tried = ways.map((way): Tried => ({ way, nesting: nestTags(way.tags) }));
  const wrong = tried.filter(({ nesting }) => !isSound(nesting));
  if (wrong.length === 0 || !complete) return undefined;
  if (wrong.length === tried.length) return blamed(wrong, undefined);
  for (const { key, text, loop } of conditions) {
    for (const value of loop ? [1, 2, 0] : [1, 0]) {
      const here = tried.filter(({ way }) => way.values.get(key) === value);
      const faulty = here.filter(({ nesting }) => !isSound(nesting));
      if (here.length > 0 && faulty.length === here.length) return blamed(faulty, assumption(text, value, loop));
    }
  }
  return undefined;
}

/** The reading with the fewest faults: the others have those of other branches beside them. */
function blamed(wrong: readonly Tried[], when: string | undefined): Blamed | undefined {
  let least: Tried | undefined;
  for (const tried of wrong) if (least === undefined || faults(tried) < faults(least)) least = tried;
  return least && { tags: least.way.tags, nesting: least.nesting, when };
}

const faults = ({ nesting: { unclosed, stray } }: Tried): number => unclosed.length + stray.length;

function assumption(text: string, value: number, loop: boolean): string {
  if (loop) return value === 0 ? `when "${text}" has no turn` : `when "${text}" has ${value === 1 ? "one turn" : "two turns"}`;
  return value === 1 ? `when "${text}"` : `unless "${text}"`;
}

/** Whether the page has one reading and comes out even: only then does its nesting tell where its sections are. */
export const isPlain = (page: HtmlPage): boolean => isSound(page.nesting()) && page.readings().ways.length === 1;

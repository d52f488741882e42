import { elementTraits, type HtmlNesting, type HtmlPage, type HtmlReading, type HtmlTag } from "@failcheck/languages";

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

const isWrong = ({ way, nesting }: Tried): boolean => !isSound(nesting) && !isEven(way.tags);

/**
 * Whether each end tag closes what was opened last, but for elements whose end tag may be left out. Nothing was lost then, even
 * where a browser ends an element early: at a button within a button, or at an item in a box of an item.
 */
function isEven(tags: readonly HtmlTag[]): boolean {
  const open: HtmlTag[] = [];
  const closeOptional = (until: string): void => {
    for (let top = open.at(-1); top !== undefined && top.name !== until; top = open.at(-1)) {
      if ((top.traits & elementTraits.endIsOptional) === 0) return;
      open.pop();
    }
  };
  for (const tag of tags) {
    if ((tag.traits & elementTraits.isVoid) !== 0 || tag.selfClosing || tag.ignoredSlash) continue;
    if (tag.kind === "start") open.push(tag);
    else {
      closeOptional(tag.name);
      if (open.pop()?.name !== tag.name) return false;
    }
  }
  closeOptional("");
  return open.length === 0;
}

/**
 * Finds the reading to blame: of a page that is wrong whatever the conditions are, or of a branch with which it is wrong
 * whatever the others are. Conditions that may hang together are not judged.
 */
export function blamedReading(page: HtmlPage, nestTags: (tags: readonly HtmlTag[]) => HtmlNesting): Blamed | undefined {
  const { ways, branches, complete } = page.readings();
  const tried = ways.map((way): Tried => ({ way, nesting: nestTags(way.tags) }));
  const wrong = tried.filter(isWrong);
  if (wrong.length === 0 || !complete()) return undefined;
  if (wrong.length === tried.length) return blamed(wrong, undefined);
  for (const branch of branches) {
    if (branch.when === undefined) continue;
    const here = tried.filter(({ way }) => way.taken.has(branch));
    if (here.length > 0 && here.every(isWrong)) return blamed(here, branch.when);
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

/** Whether the page has one reading and comes out even: only then does its nesting tell where its sections are. */
export const isPlain = (page: HtmlPage): boolean => isSound(page.nesting()) && page.readings().ways.length === 1;

/**
 * The pairs that hold whatever one branch is about: where the page comes out even without the tags of a branch that does not,
 * the fault is within that branch.
 */
export function pairsAround(page: HtmlPage, tags: readonly HtmlTag[]): ReadonlyMap<HtmlTag, HtmlTag> | undefined {
  for (const branch of page.readings().uneven) {
    const around = tags.filter((tag) => !branch.tags.has(tag));
    if (around.length === tags.length || around.length === 0) continue;
    const nesting = page.nest(around);
    if (isSound(nesting)) return pairsOf(nesting);
  }
  return undefined;
}

function pairsOf({ elements }: HtmlNesting): ReadonlyMap<HtmlTag, HtmlTag> {
  const pairs = new Map<HtmlTag, HtmlTag>();
  for (const { tag, end } of elements) if (end !== undefined) pairs.set(tag, end).set(end, tag);
  return pairs;
}

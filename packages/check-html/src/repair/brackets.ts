import { elementTraits, type HtmlPage, type HtmlTag } from "@failcheck/languages";
import { linesOf, type LinePlace } from "./line-places.ts";
import { headedLooks, type Looks, looksReader, plainLooks } from "./looks.ts";
import { softPartners } from "./soft-partners.ts";

/** A tag as the search for the lost one sees it: what it is, and where it stands in its line. */
export interface Bracket extends LinePlace {
  readonly tag: HtmlTag;
  readonly index: number;
  readonly opens: boolean;
  /** Needs its other half: one that is missing is a fault. The others only show where a fault cannot be. */
  readonly hard: boolean;
  /** Holds nothing: a void element, or one whose end tag was left out. */
  readonly leaf: boolean;
  /** Of an end tag whose start tag is known for sure, or that is not hard: the bracket that it belongs to; -1 where there is none. */
  readonly partner: number;
  /** Its other half is known for sure. */
  readonly settled: boolean;
  /** Where the branch of a template ends that it stands in and that does not come out even. */
  readonly until: number;
  /** Text stands between it and the tag before it. */
  readonly afterText: boolean;
  /** The comment right behind an end tag, `/.row` or `end of #main`; of any tag, one that stands before it without its end tag. */
  readonly label: string;
  readonly lostLabel: string;
  /** The form of the comment that announces a start tag: `section:` of `<!-- SECTION: ads -->`; empty where there is none. */
  readonly announced: string;
  readonly looks: Looks;
}

/** A page with more tags than this is read without those that stand within lines of text. */
const manyTags = 5000;
const inText: ReadonlySet<string> = new Set(
  "a b br button code em h1 h2 h3 h4 h5 h6 i img input label option p small span strong svg tt u".split(" "),
);

/** The tags of a reading that tell something about where a lost tag belongs; `paired` holds those that are pairs for sure. */
export function brackets(page: HtmlPage, all: readonly HtmlTag[], paired: ReadonlyMap<HtmlTag, HtmlTag> = new Map()): Bracket[] {
  const tags = all.length > manyTags ? all.filter(({ name }) => !inText.has(name)) : all;
  const partners = softPartners(tags);
  const looksOf = looksReader(page);
  const placeOf = linesOf(page.markup);
  const untilOf = branchEnds(page);
  const commentFrom = finder(page.markup, "<!--");
  const found: Bracket[] = [];
  const indexOf = new Map<HtmlTag, number>();
  let end = page.at[0];
  for (const tag of tags) {
    const from = end;
    end = tag.at[1];
    const opens = tag.kind === "start";
    const hard = (tag.traits & elementTraits.mustClose) !== 0 && !tag.selfClosing;
    const partner = hard ? paired.get(tag) : partners.get(tag);
    const leaf = opens && !hard && partner === undefined;
    if (!opens && !hard && partner === undefined) continue;
    indexOf.set(tag, found.length);
    const between = page.markup.slice(from, tag.at[0]);
    const { line, first, indent, gap, blank } = placeOf(tag.at[0]);
    found.push({
      tag,
      index: found.length,
      opens,
      hard,
      leaf,
      settled: hard && partner !== undefined,
      partner: partner === undefined || opens ? -1 : (indexOf.get(partner) ?? -1),
      line,
      first,
      indent,
      gap,
      blank,
      until: untilOf.get(tag) ?? Infinity,
      afterText: isText(between),
      label: opens || commentFrom(tag.at[1]) > tag.at[1] + farthest ? "" : labelAfter(page.markup, tag.at[1]),
      lostLabel: lostLabel(between),
      announced: opens ? announcedIn(between) : "",
      looks: opens ? looksOf(tag) : plainLooks(tag.name),
    });
  }
  const headed = headedLooks();
  return found.map((bracket) => {
    const heading = bracket.opens && bracket.hard ? headingIn(found, bracket) : undefined;
    return heading === undefined ? bracket : { ...bracket, looks: headed(bracket.looks, heading) };
  });
}

/** Of tags in branches that do not come out even: where the innermost of those ends. */
export function branchEnds(page: HtmlPage): ReadonlyMap<HtmlTag, number> {
  const ends = new Map<HtmlTag, number>();
  for (const { tags, end } of page.readings().uneven) for (const tag of tags) if (!ends.has(tag)) ends.set(tag, end);
  return ends;
}

/** A function that tells of ascending offsets where a text stands next; behind everything where it does not. */
function finder(text: string, wanted: string): (from: number) => number {
  let at = -1;
  return (from) => {
    if (at < from) at = text.indexOf(wanted, from);
    if (at < 0) at = Infinity;
    return at;
  };
}

const isText = (between: string): boolean =>
  between !== "" && /\S/.test(between) && (!between.includes("<!--") || /\S/.test(between.replace(/<!--[^]*?-->/g, "")));

/** The name of the heading that an element begins with, whatever anchors stand before it. */
function headingIn(all: readonly Bracket[], { index }: Bracket): string | undefined {
  let at = index + 1;
  while (all[at]?.hard === false && anchors.has(all[at]?.tag.name ?? "")) at++;
  const name = all[at]?.opens === true ? all[at]?.tag.name : undefined;
  return name !== undefined && headings.has(name) ? name : undefined;
}

const anchors: ReadonlySet<string> = new Set(["a", "span"]);
const headings: ReadonlySet<string> = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/** Matches `/.row`, `end of #main` and `row ends`, what a closing comment says; not `next`, which opens something. */
const closing =
  /^(?:(?:\/|end\b|ends\b|close\b|closing\b)[-\s]*(?:of\b|the\b|:)?\s*(.{1,60}?)|(\S.{0,60}?)[-\s]+(?:end|ends|closed|close))\s*$/i;

function closingLabel(comment: string): string {
  const match = closing.exec(comment);
  return match?.[1] ?? match?.[2] ?? "";
}

/** A label begins with this where the comment may speak of something else. */
export const perhaps = "?";

/** Matches the first comment behind an end tag, on its line or as the next one's only content. */
const commentAfter = /^[ \t]*(\r?\n[ \t]*)?<!--\s*([^>]{1,80}?)\s*-->[ \t]*(?=\r?\n|$)/;

/** Comments begin no further behind an end tag, and what they say is no longer. */
const farthest = 160;

/** The closing comment behind an end tag; one that stands on its line, behind everything else, needs no word that it closes. */
function labelAfter(markup: string, end: number): string {
  const [, line, comment] = commentAfter.exec(markup.slice(end, end + farthest)) ?? [];
  if (comment === undefined) return "";
  return closingLabel(comment) || (line === undefined ? `${perhaps}${comment}` : "");
}

/** Matches a comment that stands first on its line, where an end tag may be missing. */
const orphan = /\n[ \t]*<!--\s*([^>]{1,80}?)\s*-->/;

function lostLabel(between: string): string {
  return between.includes("<!--") ? closingLabel(orphan.exec(between)?.[1] ?? "") : "";
}

/** Matches the comment at the end of the text before a tag, `<!-- SECTION: ads -->`, alone on its line. */
const announcing = /(?:^|\n)[ \t]*<!--([^>]{1,120}?)-->\s*$/;

/** What comments of one form have in common: a first word with a colon, or the strokes around the name. */
function announcedIn(between: string): string {
  const comment = between.includes("-->") ? announcing.exec(between.slice(-200))?.[1] : undefined;
  if (comment === undefined || closingLabel(comment.trim()) !== "") return "";
  const word = /^[\s=*#-]*([a-z]{2,20})\s*[:#-]/i.exec(comment)?.[1];
  const strokes = comment
    .replace(/[^=*#~_-]+/g, " ")
    .replace(/(.)\1+/g, "$1")
    .trim();
  return word === undefined ? `<${strokes}` : `${word.toLowerCase()}:`;
}

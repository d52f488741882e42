import { elementTraits, type HtmlPage, type HtmlTag } from "@failcheck/languages";

/** A tag as the search for the lost one sees it: what it is, and where it stands in its line. */
export interface Bracket {
  readonly tag: HtmlTag;
  readonly opens: boolean;
  /** Needs its other half: one that is missing is a fault. The others only show where a fault cannot be. */
  readonly hard: boolean;
  /** Of those others: the bracket that it belongs to. */
  readonly partner: number;
  readonly line: number;
  /** Nothing but white space stands before it on its line. */
  readonly first: boolean;
  /** How far its line is indented. */
  readonly indent: number;
  /** An empty line stands right before it: perhaps that of a tag which is gone. */
  readonly afterGap: boolean;
  /** The comment right behind an end tag, `/.row` or `end of #main`. */
  readonly label: string;
  /** The name and classes of a start tag. */
  readonly looks: string;
}

/** Elements whose end tag, where it is written, shows what stands inside them. */
const soft: ReadonlySet<string> = new Set(
  "html body li dd dt td th tr tbody thead tfoot a span p label h1 h2 h3 h4 h5 h6 strong em b i small pre code option svg".split(
    " ",
  ),
);

/** The tags of a reading that tell something about where a lost tag belongs. */
export function brackets(page: HtmlPage, tags: readonly HtmlTag[]): Bracket[] {
  const partners = softPartners(tags);
  const found: Bracket[] = [];
  const indexOf = new Map<HtmlTag, number>();
  const places = lines(page.markup);
  for (const tag of tags) {
    const hard = (tag.traits & elementTraits.mustClose) !== 0 && !tag.selfClosing;
    const partner = hard ? undefined : partners.get(tag);
    if (!hard && partner === undefined) continue;
    indexOf.set(tag, found.length);
    const opens = tag.kind === "start";
    const looks = opens ? looksOf(page, tag) : "";
    const label = opens ? "" : labelAfter(page.markup, tag.at[1]);
    const afterGap = gap.test(page.markup.slice(Math.max(0, tag.at[0] - 60), tag.at[0]));
    found.push({ tag, opens, hard, partner: -1, ...places(tag.at[0]), afterGap, label, looks });
  }
  return found.map((bracket) => {
    const partner = partners.get(bracket.tag);
    return partner === undefined || bracket.hard ? bracket : { ...bracket, partner: indexOf.get(partner) ?? -1 };
  });
}

/** Matches the end of `</p>\n\n  `; not that of `</p>\n  `. */
const gap = /\n[ \t]*\r?\n[ \t]*$/;

/** Pairs the soft elements, each name for itself, with an end of a list or table ending what stands open in it. */
function softPartners(tags: readonly HtmlTag[]): ReadonlyMap<HtmlTag, HtmlTag> {
  const partners = new Map<HtmlTag, HtmlTag>();
  const open = new Map<string, HtmlTag[]>();
  for (const tag of tags) {
    for (const name of endedBy(tag)) open.delete(name);
    if (!soft.has(tag.name) || tag.selfClosing) continue;
    const stack = open.get(tag.name) ?? [];
    open.set(tag.name, stack);
    if (tag.kind === "start") stack.push(tag);
    else {
      const partner = stack.pop();
      if (partner === undefined) continue;
      partners.set(partner, tag);
      partners.set(tag, partner);
    }
  }
  return partners;
}

const cells: readonly string[] = ["td", "th", "tr", "tbody", "thead", "tfoot"];
const items: readonly string[] = ["li"];
const none: readonly string[] = [];

function endedBy({ kind, name, traits }: HtmlTag): readonly string[] {
  if (kind === "end") return name === "table" ? cells : name === "ul" || name === "ol" ? items : none;
  return (traits & elementTraits.closesParagraph) !== 0 ? ["p"] : none;
}

/** A function that tells of ascending offsets on which line they stand and how that line begins. */
function lines(text: string): (offset: number) => { line: number; first: boolean; indent: number } {
  let line = 1;
  let start = 0;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      start = next + 1;
      next = text.indexOf("\n", start);
    }
    let at = start;
    let indent = 0;
    for (; at < offset; at++) {
      const code = text.charCodeAt(at);
      if (code === 9) indent += 4 - (indent % 4);
      else if (code === 32) indent++;
      else break;
    }
    return { line, first: at >= offset, indent };
  };
}

function looksOf(page: HtmlPage, tag: HtmlTag): string {
  const attribute = page.attributes(tag).find(({ name }) => name === "class" || name === "classname");
  const classes = attribute?.valueAt === undefined ? "" : page.markup.slice(...attribute.valueAt).trim();
  return classes === "" ? tag.name : `${tag.name}.${classes.replace(/\s+/g, ".")}`;
}

/** Matches `  <!-- /.row -->` behind an end tag; not `<!-- next -->`, which opens something. */
const closing = /^[ \t]*<!--\s*(?:\/|end\b|close\b|ends\b)\s*(?:of\b|the\b|:)?\s*([^>]{1,60}?)\s*-->/i;

function labelAfter(markup: string, end: number): string {
  return closing.exec(markup.slice(end, end + 120))?.[1] ?? "";
}

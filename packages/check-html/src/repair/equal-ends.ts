import type { HtmlPage, HtmlTag } from "@failcheck/languages";
import type { Bracket } from "./brackets.ts";
import type { Fault, Repair } from "./faults.ts";
import { pairUp } from "./pairs.ts";

/**
 * Of an element that lost its end: the other elements whose lost end would have left the very same text, since their end tags
 * stand in one run of equal lines with the one that is missing.
 */
export function equalEnds(page: HtmlPage, all: readonly Bracket[], { faults }: Repair): (fault: Fault) => HtmlTag[] {
  let openOf: ReadonlyMap<number | undefined, Bracket> | undefined;
  const blamed = new Set(faults.map((fault) => (fault.kind === "unclosed" ? fault.open : -1)));
  return (fault) => {
    const open = fault.kind === "unclosed" ? all[fault.open] : undefined;
    if (fault.kind === "stray" || open === undefined) return [];
    return runAt(page, all, fault.before, open.tag.name).flatMap((end) => {
      openOf ??= new Map(pairUp(all, faults).map((pair) => [pair.close?.index, pair.open]));
      const other = openOf.get(end.index);
      return other !== undefined && !blamed.has(other.index) && isLaidOutLike(open, other, end) ? other.tag : [];
    });
  };
}

/** Whether an element would end as another does: behind its line, or on a line of its own, indented as its start tag is. */
function isLaidOutLike(open: Bracket, other: Bracket, end: Bracket): boolean {
  if (open.line === end.line || other.line === end.line) return open.line === other.line;
  return !end.first || (open.first && other.first && open.indent === other.indent);
}

/** The end tags of this name around a place that have the same white space between them, and before the first. */
function runAt({ markup }: HtmlPage, all: readonly Bracket[], place: number, name: string): Bracket[] {
  const space = spaceBefore(markup, all[place - 1]);
  const isOne = (end: Bracket | undefined): boolean =>
    end?.opens === false && end.tag.name === name && spaceBefore(markup, end) === space;
  const follows = (end: Bracket | undefined, next: Bracket | undefined): boolean =>
    (end?.tag.at[1] ?? 0) + space.length === next?.tag.at[0];
  if (!isOne(all[place - 1])) return [];
  let [from, to] = [place - 1, place];
  while (isOne(all[from - 1]) && follows(all[from - 1], all[from])) from--;
  while (isOne(all[to]) && follows(all[to - 1], all[to])) to++;
  return all.slice(from, to);
}

/** The white space right before a tag. */
function spaceBefore(markup: string, bracket: Bracket | undefined): string {
  const end = bracket?.tag.at[0] ?? 0;
  let start = end;
  while (start > 0 && /\s/.test(markup[start - 1] ?? "")) start--;
  return markup.slice(start, end);
}

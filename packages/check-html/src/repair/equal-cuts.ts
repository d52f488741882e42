import type { HtmlTag } from "@failcheck/languages";

type Range = readonly [start: number, end: number];

/** No run of equal tags is longer than this. */
const farthest = 40;

/**
 * Other tags that taking away would leave the very same text as taking away a stretch around this one, as in a run of equal
 * lines: nobody can tell which of them it was.
 */
export function equalCuts(text: string, [start, end]: Range, tags: readonly HtmlTag[], cut: HtmlTag): HtmlTag[] {
  const at = tags.indexOf(cut);
  return tags.slice(Math.max(0, at - farthest), at + farthest + 1).filter((other) => {
    if (other === cut || other.name !== cut.name || other.kind !== cut.kind) return false;
    const by = other.at[0] - cut.at[0];
    return by > 0
      ? text.slice(start, start + by) === text.slice(end, end + by)
      : text.slice(start + by, start) === text.slice(end + by, end);
  });
}

/** The tag, with its line where it has one for itself. */
export function wholeLine(text: string, at: Range): Range {
  const start = text.lastIndexOf("\n", at[0] - 1) + 1;
  const next = text.indexOf("\n", at[1]);
  const end = next < 0 ? text.length : next + 1;
  return text.slice(start, at[0]).trim() === "" && text.slice(at[1], end).trim() === "" ? [start, end] : at;
}

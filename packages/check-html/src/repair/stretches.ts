import { landmarks } from "./alignment.ts";

type Range = readonly [start: number, end: number];

/** Lines that are the same on both sides of a change, or lines that stand in place of others. */
export interface LineStretch {
  readonly old: Range;
  readonly now: Range;
  readonly same: boolean;
}

/**
 * Divides two texts into what is the same and what differs. Lines that each text holds once lead the way, however they are
 * indented; from one of them to the next, equal lines stay as long as the indentation around them did not change.
 */
export function stretches(before: string, after: string): LineStretch[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const marks = landmarks(
    old.map((at) => markOf(before, at)),
    now.map((at) => markOf(after, at)),
  );
  const found: LineStretch[] = [];
  const lines: Lines = { before, old, after, now, found };
  let [from, since] = [0, 0];
  let isFirm = true;
  for (const [at, there] of [...marks, [old.length, now.length] as const]) {
    const isAlike = at >= old.length || textOf(before, old[at]) === textOf(after, now[there]);
    between(lines, [from, at], [since, there], isFirm && isAlike);
    if (at < old.length) add(lines, [at, at + 1], [there, there + 1], isAlike);
    [from, since, isFirm] = [at + 1, there + 1, isAlike];
  }
  return found;
}

interface Lines {
  readonly before: string;
  readonly old: readonly Range[];
  readonly after: string;
  readonly now: readonly Range[];
  readonly found: LineStretch[];
}

/** The lines from one landmark to the next; where those are firm, what is equal at both ends stays. */
function between(lines: Lines, [oldStart, oldEnd]: Range, [nowStart, nowEnd]: Range, isFirm: boolean): void {
  const { before, old, after, now } = lines;
  let [i, j, k, l] = [oldStart, nowStart, oldEnd, nowEnd];
  if (isFirm) {
    const isSame = (at: number, there: number): boolean => textOf(before, old[at]) === textOf(after, now[there]);
    while (i < k && j < l && isSame(i, j)) [i, j] = [i + 1, j + 1];
    while (i < k && j < l && isSame(k - 1, l - 1)) [k, l] = [k - 1, l - 1];
  }
  add(lines, [oldStart, i], [nowStart, j], true);
  add(lines, [i, k], [j, l], false);
  add(lines, [k, oldEnd], [l, nowEnd], true);
}

/** Adds lines as a stretch, joined to the one before it where both are of a kind. */
function add({ old, now, found }: Lines, [i, k]: Range, [j, l]: Range, same: boolean): void {
  if (i === k && j === l) return;
  const last = found.at(-1);
  const joined = last?.same === same ? last : undefined;
  if (joined !== undefined) found.pop();
  const [oldFrom, nowFrom] = [last?.old[1] ?? 0, last?.now[1] ?? 0];
  found.push({
    old: [joined?.old[0] ?? oldFrom, old[k - 1]?.[1] ?? oldFrom],
    now: [joined?.now[0] ?? nowFrom, now[l - 1]?.[1] ?? nowFrom],
    same,
  });
}

/** A line without its white space; one that holds nothing, or end tags only, is no landmark. */
function markOf(text: string, at: Range): string | undefined {
  const line = text.slice(...at).trim();
  return line === "" || /^(?:<\/[a-z][\w-]*>\s*)+$/i.test(line) ? undefined : line;
}

const textOf = (text: string, at: Range | undefined): string => (at === undefined ? "" : text.slice(...at));

/** Where each line stands, its line break included. */
export function linesOf(text: string): Range[] {
  const lines: Range[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next + 1;
    lines.push([start, end]);
    start = end;
  }
  return lines;
}

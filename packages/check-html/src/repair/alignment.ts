/** Positions that two sequences share, in the order of both. */
export type Matches = readonly (readonly [old: number, now: number])[];

/** Beyond this product of lengths two stretches without a landmark are too long to compare. */
const largest = 4_000_000;
const deepest = 30;

/** A sequence to be aligned; what is undefined is like nothing else. */
type Sequence = readonly (string | undefined)[];

interface Alignment {
  readonly old: Sequence;
  readonly now: Sequence;
  readonly found: [number, number][];
}

type Stretch = readonly [start: number, end: number];

/** What occurs once in both sequences, as far as it stands in the same order, and between any two of those the same again. */
export function landmarks(old: Sequence, now: Sequence): Matches {
  const found: [number, number][] = [];
  mark({ old, now, found }, [0, old.length], [0, now.length], 0, undefined);
  return found;
}

/**
 * Aligns two sequences as git does: what both begin and end with stays, then come the landmarks, and between those the same
 * again; a stretch without any is compared entry by entry.
 */
export function matches(old: Sequence, now: Sequence): Matches {
  const found: [number, number][] = [];
  align({ old, now, found }, [0, old.length], [0, now.length], 0);
  return found;
}

function align(both: Alignment, [oldStart, oldEnd]: Stretch, [nowStart, nowEnd]: Stretch, depth: number): void {
  const { old, now, found } = both;
  let [i, j, k, l] = [oldStart, nowStart, oldEnd, nowEnd];
  while (i < k && j < l && old[i] === now[j]) found.push([i++, j++]);
  while (i < k && j < l && old[k - 1] === now[l - 1]) [k, l] = [k - 1, l - 1];
  const inner = (from: Stretch, since: Stretch): void => {
    align(both, from, since, depth + 1);
  };
  if (!mark(both, [i, k], [j, l], depth, inner)) compare(both, [i, k], [j, l]);
  for (; k < oldEnd; k++, l++) found.push([k, l]);
}

/** Finds the landmarks of two stretches; `between` is told of what lies between them. Says whether there are any. */
function mark(
  both: Alignment,
  [i, k]: Stretch,
  [j, l]: Stretch,
  depth: number,
  between: ((old: Stretch, now: Stretch) => void) | undefined,
): boolean {
  const marks = depth < deepest && i < k && j < l ? onceInBoth(both, [i, k], [j, l]) : [];
  if (marks.length === 0) return false;
  const inner = between ?? ((old, now) => void mark(both, old, now, depth + 1, undefined));
  let [from, since] = [i, j];
  for (const [at, there] of marks) {
    inner([from, at], [since, there]);
    both.found.push([at, there]);
    [from, since] = [at + 1, there + 1];
  }
  inner([from, k], [since, l]);
  return true;
}

/** What occurs once in each of the two stretches, as far as it stands in the same order. */
function onceInBoth({ old, now }: Alignment, [oldStart, oldEnd]: Stretch, [nowStart, nowEnd]: Stretch): Matches {
  const places = new Map<string, { old: number; now: number }>();
  for (let at = oldStart; at < oldEnd; at++) {
    const text = old[at];
    if (text === undefined) continue;
    places.set(text, { old: places.has(text) ? -1 : at, now: -1 });
  }
  for (let at = nowStart; at < nowEnd; at++) {
    const place = places.get(now[at] ?? "");
    if (place !== undefined) place.now = place.now === -1 ? at : -2;
  }
  return increasing([...places.values()].filter((place) => place.old >= 0 && place.now >= 0));
}

/** The longest run, of places in the order of the old side, that is in the order of the new side too. */
function increasing(places: readonly { readonly old: number; readonly now: number }[]): Matches {
  const ends: number[] = [];
  const before: number[] = [];
  places.forEach(({ now }, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0]?.now ?? 0) < now) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = at;
  });
  const run: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const place = places[at];
    if (place !== undefined) run.push([place.old, place.now]);
  }
  return run.reverse();
}

/** Adds the longest common subsequence of two stretches. */
function compare({ old, now, found }: Alignment, [oldStart, oldEnd]: Stretch, [nowStart, nowEnd]: Stretch): void {
  const width = nowEnd - nowStart + 1;
  const height = oldEnd - oldStart + 1;
  if (width === 1 || height === 1 || width * height > largest) return;
  const lengths = new Uint32Array(width * height);
  for (let i = height - 2; i >= 0; i--) {
    for (let j = width - 2; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] =
        old[oldStart + i] === now[nowStart + j]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  let [i, j] = [0, 0];
  while (i < height - 1 && j < width - 1) {
    const at = i * width + j;
    if (old[oldStart + i] === now[nowStart + j]) found.push([oldStart + i++, nowStart + j++]);
    else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) i++;
    else j++;
  }
}

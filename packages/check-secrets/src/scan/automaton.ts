/** Finds all keywords of a list in bytes, in one pass, without regard to ASCII case (Aho and Corasick, 1975). */
export interface Automaton {
  /**
   * All occurrences in the order of their ends, as pairs of keyword and end; they may overlap.
   * A flat list without a call a hit: the loop stays free of anything but the table.
   */
  scan(bytes: Uint8Array): readonly number[];
}

interface Table {
  readonly classes: Uint8Array;
  readonly width: number;
  /** Row by row: the next state, already multiplied by the width. */
  readonly next: Int32Array;
  /** For states that end keywords: the keywords' numbers. */
  readonly ends: readonly (readonly number[])[];
}

/** Builds the automaton; 600 keywords take about 2 ms. */
export function automaton(keywords: readonly string[]): Automaton {
  const table = renumber(buildTable(keywords));
  return { scan: (bytes) => scanWith(table, bytes) };
}

type Numbered = Table & { readonly firstEnd: number };

function scanWith(table: Numbered, bytes: Uint8Array): readonly number[] {
  const { classes, next, width, firstEnd, ends } = table;
  const found: number[] = [];
  const { length } = bytes;
  let state = 0;
  for (let index = 0; index < length; index++) {
    state = next[state + (classes[bytes[index] ?? 0] ?? 0)] ?? 0;
    if (state < firstEnd) continue;
    for (const keyword of ends[state / width] ?? []) found.push(keyword, index + 1);
  }
  return found;
}

/** States that end a keyword get the highest numbers, so that the loop has one comparison a byte. */
function renumber(table: Table): Numbered {
  const { width, next, ends } = table;
  const count = next.length / width;
  const order = new Int32Array(count);
  let firstEnd = 0;
  for (let state = 0; state < count; state++) if ((ends[state] ?? []).length === 0) order[state] = firstEnd++;
  let last = firstEnd;
  const orderedEnds: (readonly number[])[] = [];
  for (let state = 0; state < count; state++) {
    const found = ends[state] ?? [];
    if (found.length === 0) continue;
    orderedEnds[last] = found;
    order[state] = last++;
  }
  const ordered = new Int32Array(next.length);
  for (let state = 0; state < count; state++) {
    const row = (order[state] ?? 0) * width;
    for (let one = 0; one < width; one++) {
      ordered[row + one] = (order[next[state * width + one] ?? 0] ?? 0) * width;
    }
  }
  return { ...table, next: ordered, ends: orderedEnds, firstEnd: firstEnd * width };
}

/** Bytes that no keyword holds share class 0; upper-case letters share the class of their lower case. */
function byteClasses(keywords: readonly string[]): { classes: Uint8Array; width: number } {
  const classes = new Uint8Array(256);
  let width = 1;
  for (const keyword of keywords) {
    for (let index = 0; index < keyword.length; index++) {
      const code = keyword.charCodeAt(index);
      if (classes[code] === 0) classes[code] = width++;
    }
  }
  for (let upper = 65; upper <= 90; upper++) classes[upper] = classes[upper + 32] ?? 0;
  return { classes, width };
}

function buildTable(keywords: readonly string[]): Table {
  const { classes, width } = byteClasses(keywords);
  let most = 1;
  for (const keyword of keywords) most += keyword.length;
  const trie = new Int32Array(most * width);
  const ends: number[][] = [[]];
  for (const [number, keyword] of keywords.entries()) {
    let state = 0;
    for (let index = 0; index < keyword.length; index++) {
      const slot = state * width + (classes[keyword.charCodeAt(index)] ?? 0);
      if (trie[slot] === 0) trie[slot] = ends.push([]) - 1;
      state = trie[slot] ?? 0;
    }
    ends[state]?.push(number);
  }
  const next = trie.subarray(0, ends.length * width);
  addFailures(next, width, ends);
  return { classes, width, next, ends };
}

/** Turns the trie into the complete automaton, level by level: a missing edge goes where the longest suffix would. */
function addFailures(next: Int32Array, width: number, ends: number[][]): void {
  const failure = new Int32Array(ends.length);
  const queue: number[] = [];
  for (let one = 0; one < width; one++) {
    const state = next[one] ?? 0;
    if (state !== 0) queue.push(state);
  }
  for (const state of queue) {
    const fallback = failure[state] ?? 0;
    for (const keyword of ends[fallback] ?? []) ends[state]?.push(keyword);
    for (let one = 0; one < width; one++) {
      const slot = state * width + one;
      const target = next[slot] ?? 0;
      const beyond = next[fallback * width + one] ?? 0;
      if (target === 0) {
        next[slot] = beyond;
      } else {
        failure[target] = beyond;
        queue.push(target);
      }
    }
  }
}

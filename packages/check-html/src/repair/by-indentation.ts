import type { Bracket } from "./brackets.ts";
import type { Fault, Repair } from "./faults.ts";

/** So many elements must be indented further than what holds them before indentation alone has a say. */
const fewestSteps = 3;
/** And no more than one in so many may not be, nor may more than a few be open to doubt at a time. */
const oddOneIn = 8;
const mostOdd = 40;

interface Reading {
  readonly tags: readonly Bracket[];
  /** By position: how many more start tags than end tags stand before it. */
  readonly balance: readonly number[];
  /** The positions of the open elements, each indented further than the one below. */
  readonly open: number[];
  readonly faults: Found[];
  /** How many elements are indented further than what holds them, and how many are not although their tags are pairs. */
  steps: number;
  odd: number;
}

interface Found {
  readonly fault: Fault;
  /** The position of the tag that is blamed. */
  readonly at: number;
}

/**
 * The repair of a page that is indented throughout: taking one line away leaves all other pairs in line. Undefined where the page
 * is laid out otherwise, or where that explains more than is wrong.
 */
export function byIndentation(all: readonly Bracket[]): Repair | undefined {
  const tags = all.filter(({ hard }) => hard);
  const reading: Reading = { tags, balance: balanceOf(tags), open: [], faults: [], steps: 0, odd: 0 };
  const fewest = fewestFaults(tags);
  if (fewest === 0) return undefined;
  for (const [at, tag] of tags.entries()) {
    if (tag.opens) opened(reading, at, tag);
    else if (!closed(reading, at, tag)) return undefined;
    if (reading.faults.length > fewest + mostOdd) return undefined;
  }
  loseAbove(reading, 0, all.length);
  const { faults, steps, odd } = reading;
  const isClear = faults.length === fewest && steps >= fewestSteps && odd * oddOneIn <= steps;
  return isClear && faults.every(({ at }) => tags[at]?.settled === false)
    ? { cost: 0, faults: faults.map(({ fault }) => fault) }
    : undefined;
}

function balanceOf(tags: readonly Bracket[]): number[] {
  let sum = 0;
  return [0, ...tags.map(({ opens }) => (sum += opens ? 1 : -1))];
}

/** How many tags must be missing at least, since the names do not come out even. */
function fewestFaults(tags: readonly Bracket[]): number {
  const surplus = new Map<string, number>();
  for (const { opens, tag } of tags) surplus.set(tag.name, (surplus.get(tag.name) ?? 0) + (opens ? 1 : -1));
  let sum = 0;
  for (const count of surplus.values()) sum += Math.abs(count);
  return sum;
}

function opened(reading: Reading, at: number, { first, indent, index, line }: Bracket): void {
  const { tags, open } = reading;
  if (first) loseAbove(reading, depthAt(reading, indent - 1), index);
  const holder = tags[open.at(-1) ?? -1];
  if (first && holder !== undefined && holder.line !== line) reading.steps++;
  open.push(at);
}

/** How many of the open elements are indented no further than this. */
function depthAt({ tags, open }: Reading, indent: number): number {
  let depth = open.length;
  while (depth > 0 && (tags[open[depth - 1] ?? 0]?.indent ?? 0) > indent) depth--;
  return depth;
}

/** The open elements above a certain depth have lost their ends before a bracket. */
function loseAbove({ tags, open, faults }: Reading, depth: number, before: number): void {
  while (open.length > depth) {
    const at = open.pop() ?? 0;
    faults.push({ at, fault: { kind: "unclosed", open: tags[at]?.index ?? 0, before } });
  }
}

/** Says whether the end tag is one that an element may have whose place is told by how it is indented. */
function closed(reading: Reading, at: number, end: Bracket): boolean {
  const { tags, open } = reading;
  const depth = end.first ? depthAt(reading, end.indent) : open.length;
  const opener = tags[open[depth - 1] ?? -1];
  if (opener === undefined || !isInLine(opener, end)) {
    loseAbove(reading, depth, end.index);
    stray(reading, at, end);
    return true;
  }
  if (opener.tag.name !== end.tag.name || !mayPair(opener, end)) return false;
  loseAbove(reading, depth, end.index);
  const start = open.pop() ?? 0;
  const isOdd = (reading.faults.at(-1)?.at ?? -1) > start && reading.balance[start + 1] === reading.balance[at];
  if (!isOdd) return true;
  forget(reading, start + 1);
  return comesOut(reading, start + 1, at);
}

/** An end tag on a line of its own is indented as its start tag is; what ends behind text may end anywhere. */
const isInLine = (opener: Bracket, end: Bracket): boolean =>
  opener.indent === end.indent || (!end.first && (end.afterText || opener.line === end.line));

const mayPair = (opener: Bracket, end: Bracket): boolean => !(opener.settled || end.settled) || end.partner === opener.index;

/** An end tag without an element in line with it: one that holds what is not indented further was thought lost, or it is stray. */
function stray(reading: Reading, at: number, end: Bracket): void {
  const { tags, balance, faults } = reading;
  const own = faults.findLast(({ fault, at: start }) => {
    const opener = tags[start];
    const isAlike = opener?.tag.name === end.tag.name && opener.indent === end.indent;
    return fault.kind === "unclosed" && isAlike && balance[start + 1] === balance[at];
  });
  if (own !== undefined && comesOut(reading, own.at + 1, at)) forget(reading, own.at);
  else faults.push({ at, fault: { kind: "stray", close: end.index } });
}

/** What is laid out oddly, but comes out even, is no fault. */
function forget(reading: Reading, start: number): void {
  const kept = reading.faults.filter(({ at }) => at < start);
  reading.odd += (reading.faults.length - kept.length) / 2;
  reading.faults.splice(0, Infinity, ...kept);
}

/** Whether the tags between two positions are whole pairs. */
function comesOut({ tags }: Reading, from: number, to: number): boolean {
  const names: string[] = [];
  for (const { opens, tag } of tags.slice(from, to)) {
    if (opens) names.push(tag.name);
    else if (names.pop() !== tag.name) return false;
  }
  return names.length === 0;
}

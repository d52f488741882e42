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
  const surplus = surplusOf(tags);
  const fewest = sumOf([...surplus.values()].map(Math.abs));
  if (fewest === 0) return undefined;
  for (const [at, tag] of tags.entries()) {
    if (tag.opens) opened(reading, at, tag);
    else if (!closed(reading, at, tag)) return undefined;
    if (reading.faults.length > fewest + mostOdd || reading.odd * oddOneIn > tags.length / 2) return undefined;
  }
  loseAbove(reading, 0, all.length);
  pairRest(reading, surplus);
  const { faults, steps, odd } = reading;
  const isClear = faults.length === fewest && steps >= fewestSteps && odd * oddOneIn <= steps;
  return isClear && faults.every((found) => mayBeBlamed(all, tags, found))
    ? { cost: 0, faults: faults.map(({ fault }) => fault) }
    : undefined;
}

/** Whether nothing else is known of a tag: neither its other half, nor that it ends within a branch of a template. */
function mayBeBlamed(all: readonly Bracket[], tags: readonly Bracket[], { fault, at }: Found): boolean {
  const tag = tags[at];
  if (tag === undefined || tag.settled) return false;
  return fault.kind === "stray" || (all[fault.before - 1]?.tag.at[0] ?? 0) < tag.until;
}

function balanceOf(tags: readonly Bracket[]): number[] {
  let sum = 0;
  return [0, ...tags.map(({ opens }) => (sum += opens ? 1 : -1))];
}

/** By name: how many more start tags than end tags there are. Where they do not come out even, so many must be missing at least. */
function surplusOf(tags: readonly Bracket[]): ReadonlyMap<string, number> {
  const surplus = new Map<string, number>();
  for (const { opens, tag } of tags) surplus.set(tag.name, (surplus.get(tag.name) ?? 0) + (opens ? 1 : -1));
  return surplus;
}

function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/** Of a name that comes out even, a start tag and an end tag that are not in line are a pair all the same. */
function pairRest(reading: Reading, surplus: ReadonlyMap<string, number>): void {
  const nameOf = ({ at }: Found): string => reading.tags[at]?.tag.name ?? "";
  const rest = reading.faults.filter((found) => surplus.get(nameOf(found)) === 0);
  for (const name of new Set(rest.map(nameOf))) {
    const [start, end, ...more] = rest.filter((found) => nameOf(found) === name);
    if (start?.fault.kind !== "unclosed" || end?.fault.kind !== "stray" || more.length > 0 || start.at > end.at) continue;
    for (const { at } of [start, end]) forget(reading, at, at);
  }
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

/** The open elements above a certain depth have lost their ends before a bracket, or ended behind a text. */
function loseAbove(reading: Reading, depth: number, before: number): void {
  const { tags, balance, open, faults } = reading;
  while (open.length > depth) {
    const at = open.pop() ?? 0;
    const isOwn = (end: number): boolean => tags[end]?.tag.name === tags[at]?.tag.name && balance[at + 1] === balance[end];
    const own = faults.findLast(({ fault, at: end }) => fault.kind === "stray" && end > at && isOwn(end));
    if (own !== undefined && comesOut(reading, at + 1, own.at)) forget(reading, at, own.at);
    else faults.push({ at, fault: { kind: "unclosed", open: tags[at]?.index ?? 0, before } });
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
  forget(reading, start, at);
  return comesOut(reading, start + 1, at);
}

/** An end tag is indented as its start tag is, or stands on the line of it. */
const isInLine = (opener: Bracket, end: Bracket): boolean =>
  opener.indent === end.indent || (!end.first && opener.line === end.line);

const mayPair = (opener: Bracket, end: Bracket): boolean => !(opener.settled || end.settled) || end.partner === opener.index;

/** An end tag without an element in line with it: one that holds what is not indented further was thought lost, or it is stray. */
function stray(reading: Reading, at: number, end: Bracket): void {
  const { tags, balance, faults } = reading;
  const own = faults.findLast(({ fault, at: start }) => {
    const opener = tags[start];
    const isAlike = opener?.tag.name === end.tag.name && opener.indent === end.indent;
    return fault.kind === "unclosed" && isAlike && balance[start + 1] === balance[at];
  });
  if (own !== undefined && comesOut(reading, own.at + 1, at)) forget(reading, own.at, at);
  else faults.push({ at, fault: { kind: "stray", close: end.index } });
}

/** What is laid out oddly, but comes out even, is no fault. */
function forget(reading: Reading, from: number, to: number): void {
  const kept = reading.faults.filter(({ at }) => at < from || at > to);
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

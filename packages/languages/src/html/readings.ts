import { type Block, type Branch, branchesOf, type Condition, type Part } from "./branches.ts";
import type { HtmlReading, HtmlReadings, HtmlTag, TemplateTag } from "./html.ts";

/** More combinations than this are not tried. */
const most = 192;
const everyTag: ReadonlyMap<string, number> = new Map();

/** The ways through a template's branches; `not a` is the opposite of `a`, and the same text has the same value everywhere. */
export function readings(tags: readonly HtmlTag[], template: readonly TemplateTag[]): HtmlReadings {
  const asItStands: HtmlReadings = { ways: [{ tags, values: everyTag }], conditions: [], complete: true };
  if (!template.some(({ role }) => role === "open")) return asItStands;
  const parts = branchesOf(tags, template);
  if (parts === undefined) return { ...asItStands, complete: false };
  const switches = new Map<string, Switch>();
  collect(parts, "", switches);
  const { combinations, complete } = combine([...switches.values()]);
  const ways = combinations.map((values): HtmlReading => {
    const taken: HtmlTag[] = [];
    walk(parts, "", values, taken);
    return { tags: taken, values };
  });
  return { ways, conditions: [...switches.values()], complete };
}

interface Switch {
  readonly key: string;
  readonly text: string;
  readonly at: readonly [number, number];
  readonly loop: boolean;
}

/** Finds the conditions that make a difference; within a loop that does, each turn may see another value. */
function collect(parts: readonly Part[], turn: string, found: Map<string, Switch>): void {
  for (const part of parts) {
    if ("tags" in part || part.uniform) continue;
    const isLoop = part.kind === "loop";
    for (const { condition } of part.branches) {
      if (condition === undefined) continue;
      const key = keyOf(part, condition, turn);
      if (!found.has(key)) found.set(key, { key, text: condition.text, at: condition.at, loop: isLoop });
    }
    for (const { parts: inner } of part.branches) {
      for (const inside of isLoop ? [`${turn}1`, `${turn}2`] : [turn]) collect(inner, inside, found);
    }
  }
}

const keyOf = ({ kind }: Block, { key }: Condition, turn: string): string =>
  `${kind === "loop" ? "each " : ""}${key}${turn === "" ? "" : `#${turn}`}`;

function combine(switches: readonly Switch[]): { combinations: ReadonlyMap<string, number>[]; complete: boolean } {
  let combinations: ReadonlyMap<string, number>[] = [everyTag];
  for (const { key, loop } of switches) {
    const values = loop ? [1, 0, 2] : [1, 0];
    if (combinations.length * values.length > most) return { combinations: extremes(switches), complete: false };
    combinations = combinations.flatMap((before) => values.map((value) => new Map(before).set(key, value)));
  }
  return { combinations, complete: true };
}

/** Everything true, everything false, and each condition alone the other way. */
function extremes(switches: readonly Switch[]): ReadonlyMap<string, number>[] {
  const few = switches.slice(0, most / 4);
  return [1, 0].flatMap((value) => {
    const all = new Map(switches.map(({ key }) => [key, value]));
    return [all, ...few.map(({ key }) => new Map(all).set(key, 1 - value))];
  });
}

/** Collects the tags that are written under these values. */
function walk(parts: readonly Part[], turn: string, values: ReadonlyMap<string, number>, taken: HtmlTag[]): void {
  for (const part of parts) {
    if ("tags" in part) for (const tag of part.tags) taken.push(tag);
    else if (part.uniform && part.effect.length === 0)
      for (const branch of part.branches) walk(branch.parts, turn, values, taken);
    else if (part.uniform) walk(part.branches[0]?.parts ?? [], turn, values, taken);
    else if (part.kind === "loop") walkLoop(part, turn, values, taken);
    else walk(chosen(part, turn, values)?.parts ?? [], turn, values, taken);
  }
}

function walkLoop(block: Block, turn: string, values: ReadonlyMap<string, number>, taken: HtmlTag[]): void {
  const [body, otherwise] = block.branches;
  if (body === undefined) return;
  const turns = body.condition === undefined ? 1 : (values.get(keyOf(block, body.condition, turn)) ?? 1);
  for (let at = 1; at <= turns; at++) walk(body.parts, `${turn}${String(at)}`, values, taken);
  if (turns === 0 && otherwise !== undefined) walk(otherwise.parts, turn, values, taken);
}

function chosen(block: Block, turn: string, values: ReadonlyMap<string, number>): Branch | undefined {
  if (block.kind === "always") return block.branches[0];
  return block.branches.find(({ condition }) => {
    if (condition === undefined) return true;
    const value = values.get(keyOf(block, condition, turn)) ?? 1;
    return condition.negated ? value === 0 : value !== 0;
  });
}

import { type Block, type Branch, branchesOf, type Condition, type Part } from "./branches.ts";
import type { HtmlBranch, HtmlReading, HtmlReadings, HtmlTag, TemplateTag } from "./html.ts";
import { writesHalves } from "./written-markup.ts";

/** More combinations than this are not tried. */
const most = 192;
type Values = ReadonlyMap<string, number>;
const noValues: Values = new Map();
const nothing: ReadonlySet<HtmlBranch> = new Set();

/**
 * The ways through a template's branches; `not a` is the opposite of `a`, and the same text has the same value everywhere. Whether
 * there are branches that nobody reads here is asked where it matters.
 */
export function readings(
  tags: readonly HtmlTag[],
  template: readonly TemplateTag[],
  hasOthers: () => boolean = () => false,
): HtmlReadings {
  const complete = (): boolean => !template.some(writesHalves) && !hasOthers();
  const asItStands: HtmlReadings = { ways: [{ tags, taken: nothing }], branches: [], complete, uneven: [] };
  if (!template.some(({ role }) => role === "open")) return asItStands;
  const parts = branchesOf(tags, template);
  if (parts === undefined) return { ...asItStands, complete: () => false };
  const switches = new Map<string, number>();
  const branches = new Map<Block, readonly HtmlBranch[]>();
  collect(parts, "", { switches, branches, guards: [] });
  const all = combine([...switches]);
  const ways = all.combinations.map((values): HtmlReading => {
    const way: Way = { values, branches, tags: [], taken: new Set() };
    walk(parts, "", way);
    return way;
  });
  const uneven: ReadonlySet<HtmlTag>[] = [];
  collectUneven(parts, uneven);
  return { ways, branches: [...branches.values()].flat(), complete: () => all.complete && complete(), uneven };
}

/** One way, while it is walked. */
interface Way {
  readonly values: Values;
  readonly branches: ReadonlyMap<Block, readonly HtmlBranch[]>;
  readonly tags: HtmlTag[];
  readonly taken: Set<HtmlBranch>;
}

/** What is found out about the conditions of a page. */
interface Found {
  readonly switches: Map<string, number>;
  readonly branches: Map<Block, readonly HtmlBranch[]>;
  /** The texts of the conditions around. */
  readonly guards: readonly string[];
}

/** Finds the conditions that make a difference, and how many values each has; each turn of a loop may see another value. */
function collect(parts: readonly Part[], turn: string, found: Found): void {
  const { switches, branches, guards } = found;
  for (const part of parts) {
    if ("tags" in part || part.uniform) continue;
    const isLoop = part.kind === "loop";
    if (part.kind !== "always") branches.set(part, isLoop ? turnsOf(part, guards) : choicesOf(part));
    for (const { condition, parts: inner } of part.branches) {
      if (condition !== undefined) switches.set(keyOf(part, condition, turn), isLoop ? 3 : 2);
      const within =
        part.kind === "choice" && condition !== undefined ? { ...found, guards: [...guards, condition.text] } : found;
      for (const inside of isLoop ? [`${turn}1`, `${turn}2`] : [turn]) collect(inner, inside, within);
    }
  }
}

/** More uneven branches than this tell of something else than a lost tag. */
const mostUneven = 40;

/** Gathers the tags of branches that do not come out even by themselves; answers with all tags of the parts. */
function collectUneven(parts: readonly Part[], found: ReadonlySet<HtmlTag>[]): HtmlTag[] {
  return parts.flatMap((part) => {
    if ("tags" in part) return part.tags;
    return part.branches.flatMap(({ parts: inner, effect }) => {
      const tags = collectUneven(inner, found);
      if (effect.length > 0 && found.length < mostUneven) found.push(new Set(tags));
      return tags;
    });
  });
}

/** What may be said of a choice: which branch was taken; at the end, that none was. */
function choicesOf({ branches }: Block): HtmlBranch[] {
  const heads = branches.flatMap(({ condition }) => condition ?? []);
  const unless = heads.map(({ text }) => `"${text}"`).join(" or ");
  const at = heads[0]?.at ?? [0, 0];
  const named = branches.map(({ condition }) =>
    condition === undefined ? { at, when: `unless ${unless}` } : { at: condition.at, when: `when "${condition.text}"` },
  );
  if (branches.some(({ condition }) => condition === undefined)) return named;
  return [...named, { at, when: namesAll(heads) ? undefined : `unless ${unless}` }];
}

/** Whether one thing is compared with value after value: then these may be all that it can be. */
function namesAll(heads: readonly Condition[]): boolean {
  const subjects = new Set(heads.map(({ text }) => comparison.exec(text)?.[1] ?? text));
  return heads.length > 1 && subjects.size === 1;
}

/** Matches `if kind == "a"` and `elsif kind == 2`; not `if a`, `if a != b`. */
const comparison = /^[\w ]{1,9} (\S{1,80}) ={2,3} ["'\d]/;

/**
 * What may be said of a loop: by the number of its turns. Without a turn, what its conditions do to the first is not known; and where
 * a condition around it asks for what it goes through, it may always have one.
 */
function turnsOf({ branches: [body] }: Block, guards: readonly string[]): HtmlBranch[] {
  const { at, text } = body?.condition ?? { at: [0, 0], text: "" };
  const isPlain = body?.parts.every((part) => "tags" in part || part.uniform) ?? true;
  const isGuarded = isAskedFor(text, guards);
  return ["has no turn", "has one turn", "has two turns"].map((turns, index) => ({
    at,
    when: index === 0 && (!isPlain || isGuarded) ? undefined : `when "${text}" ${turns}`,
  }));
}

/** Whether a condition mentions a name that the head of a loop has too: `if jobs`, `for job in jobs`. */
function isAskedFor(loop: string, guards: readonly string[]): boolean {
  const names = new Set(loop.match(name));
  return guards.some((guard) => guard.match(name)?.some((one) => names.has(one) && !plainWords.has(one)) === true);
}

/** Matches `jobs`, `$jobs` and `@jobs`. */
const name = /[\w$@]+/g;
const plainWords: ReadonlySet<string> = new Set(
  "if unless for foreach each while range in of as not and or is loop this self page site item items 0 1 length size count".split(
    " ",
  ),
);

const keyOf = ({ kind }: Block, { key }: Condition, turn: string): string =>
  `${kind === "loop" ? "each " : ""}${key}${turn === "" ? "" : `#${turn}`}`;

function combine(switches: readonly (readonly [key: string, values: number])[]): {
  combinations: Values[];
  complete: boolean;
} {
  let combinations: Values[] = [noValues];
  for (const [key, count] of switches) {
    const values = count === 3 ? [1, 0, 2] : [1, 0];
    if (combinations.length * values.length > most) return { combinations: extremes(switches), complete: false };
    combinations = combinations.flatMap((before) => values.map((value) => new Map(before).set(key, value)));
  }
  return { combinations, complete: true };
}

/** Everything true, and everything false. */
function extremes(switches: readonly (readonly [key: string, values: number])[]): Values[] {
  return [1, 0].map((value) => new Map(switches.map(([key]) => [key, value])));
}

/** Collects the tags that are written under these values. */
function walk(parts: readonly Part[], turn: string, way: Way): void {
  for (const part of parts) {
    if ("tags" in part) for (const tag of part.tags) way.tags.push(tag);
    else if (part.uniform && part.effect.length === 0) for (const branch of part.branches) walk(branch.parts, turn, way);
    else if (part.uniform || part.kind === "always") walk(part.branches[0]?.parts ?? [], turn, way);
    else if (part.kind === "loop") walkLoop(part, turn, way);
    else walkChoice(part, turn, way);
  }
}

function walkLoop(block: Block, turn: string, way: Way): void {
  const [body, otherwise] = block.branches;
  if (body === undefined) return;
  const turns = body.condition === undefined ? 1 : (way.values.get(keyOf(block, body.condition, turn)) ?? 1);
  take(block, turns, way);
  for (let at = 1; at <= turns; at++) walk(body.parts, `${turn}${String(at)}`, way);
  if (turns === 0 && otherwise !== undefined) walk(otherwise.parts, turn, way);
}

function walkChoice(block: Block, turn: string, way: Way): void {
  const index = block.branches.findIndex((branch) => isChosen(block, branch, turn, way.values));
  take(block, index < 0 ? block.branches.length : index, way);
  walk(block.branches[index]?.parts ?? [], turn, way);
}

function isChosen(block: Block, { condition }: Branch, turn: string, values: Values): boolean {
  if (condition === undefined) return true;
  const value = values.get(keyOf(block, condition, turn)) ?? 1;
  return condition.negated ? value === 0 : value !== 0;
}

function take(block: Block, index: number, { branches, taken }: Way): void {
  const branch = branches.get(block)?.[index];
  if (branch !== undefined) taken.add(branch);
}

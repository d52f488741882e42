import { type Block, type Branch, branchesOf, type Condition, type Part } from "./branches.ts";
import { type Decide, everyWay } from "./decisions.ts";
import type { HtmlBranch, HtmlReading, HtmlReadings, HtmlTag, TemplateTag, UnevenBranch } from "./html.ts";
import { writesHalves } from "./written-markup.ts";

/** More combinations than this are not tried. */
const most = 192;
/** Of more loops within each other, two turns of each are too many to walk. */
const deepest = 4;
/** How often a loop may turn, the likeliest first. */
const turns: readonly number[] = [1, 0, 2];
/** What a condition may be. */
const truth: readonly number[] = [1, 0];
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
  const found: Found = { branches: new Map(), loops: new Map(), guards: [], depth: 0 };
  collect(parts, found);
  const walked = (decide: Decide): HtmlReading => {
    const way: Way = { decide, branches: found.branches, tags: [], taken: new Set() };
    walk(parts, "", way);
    return way;
  };
  const uneven: UnevenBranch[] = [];
  collectUneven(parts, uneven);
  const all = everyWay(walked, most) ?? waysByLoop(walked, found.loops);
  return {
    ways: all ?? [1, 0].map((value) => walked(() => value)),
    branches: [...found.branches.values()].flat(),
    complete: () => all !== undefined && complete(),
    uneven,
  };
}

/**
 * Where there are too many ways: those in which all loops turn alike, and those in which one turns otherwise and each other once. A
 * condition may still be another in each turn. That all have two turns is left out where it is too much.
 */
function waysByLoop(walked: (decide: Decide) => HtmlReading, loops: ReadonlyMap<string, number>): HtmlReading[] | undefined {
  const alike = (count: number): Plan => new Map([...loops.keys()].map((key) => [key, count]));
  const alone = [...loops].flatMap(([key, depth]): Plan[] => {
    const deeper = [...loops].filter(([, other]) => other > depth).map(([other]) => [other, 0] as const);
    return [new Map([[key, 0]]), new Map([[key, 2]]), new Map([...deeper, [key, 2]])];
  });
  const plans = [alike(1), alike(0), ...alone];
  const isDeep = Math.max(...loops.values()) > deepest;
  return (isDeep ? undefined : waysOfPlans(walked, [...plans, alike(2)])) ?? waysOfPlans(walked, plans);
}

/** How often each loop turns; one that is not named does once. */
type Plan = ReadonlyMap<string, number>;

/** The ways with these numbers of turns. */
function waysOfPlans(walked: (decide: Decide) => HtmlReading, plans: readonly Plan[]): HtmlReading[] | undefined {
  const found: HtmlReading[] = [];
  for (const plan of plans) {
    const planned = (decide: Decide): HtmlReading =>
      walked((key, among) => (among === turns ? (plan.get(atAnyTurn(key)) ?? 1) : decide(key, among)));
    const ways = everyWay(planned, most - found.length);
    if (ways === undefined) return undefined;
    found.push(...ways);
  }
  return found;
}

/** One way, while it is walked. */
interface Way {
  readonly decide: Decide;
  readonly branches: ReadonlyMap<Block, readonly HtmlBranch[]>;
  readonly tags: HtmlTag[];
  readonly taken: Set<HtmlBranch>;
}

/** What is found out about the conditions of a page. */
interface Found {
  readonly branches: Map<Block, readonly HtmlBranch[]>;
  /** The loops that make a difference, by their key: how many loops they stand in, themselves included. */
  readonly loops: Map<string, number>;
  /** The texts of the conditions around. */
  readonly guards: readonly string[];
  /** How many loops stand around. */
  readonly depth: number;
}

/** Finds what may be said of the blocks that make a difference. */
function collect(parts: readonly Part[], found: Found): void {
  const { branches, loops, guards } = found;
  for (const part of parts) {
    if ("tags" in part || part.uniform) continue;
    const depth = part.kind === "loop" ? found.depth + 1 : found.depth;
    if (part.kind !== "always") branches.set(part, part.kind === "loop" ? turnsOf(part, guards) : choicesOf(part));
    for (const { condition, parts: inner } of part.branches) {
      if (condition !== undefined && part.kind === "loop") {
        loops.set(atAnyTurn(keyOf(part, condition, "1".repeat(depth - 1))), depth);
      }
      const isChoice = part.kind === "choice" && condition !== undefined;
      collect(inner, { ...found, depth, guards: isChoice ? [...guards, condition.text] : guards });
    }
  }
}

/** More uneven branches than this tell of something else than a lost tag. */
const mostUneven = 40;

/** Gathers the branches that do not come out even by themselves; answers with all tags of the parts. */
function collectUneven(parts: readonly Part[], found: UnevenBranch[]): HtmlTag[] {
  return parts.flatMap((part) => {
    if ("tags" in part) return part.tags;
    return part.branches.flatMap(({ parts: inner, effect, end }) => {
      const tags = collectUneven(inner, found);
      if (effect.length > 0 && found.length < mostUneven) found.push({ tags: new Set(tags), end });
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

/** The key of a loop at any turn of those around it: how many they are tells it from its like around it. */
const atAnyTurn = (key: string): string => key.replace(/#[12]+$/, (turn) => "#".repeat(turn.length));

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
  const count = body.condition === undefined ? 1 : way.decide(keyOf(block, body.condition, turn), turns);
  take(block, count, way);
  for (let at = 1; at <= count; at++) walk(body.parts, `${turn}${String(at)}`, way);
  if (count === 0 && otherwise !== undefined) walk(otherwise.parts, turn, way);
}

function walkChoice(block: Block, turn: string, way: Way): void {
  const index = block.branches.findIndex((branch) => isChosen(block, branch, turn, way.decide));
  take(block, index < 0 ? block.branches.length : index, way);
  walk(block.branches[index]?.parts ?? [], turn, way);
}

function isChosen(block: Block, { condition }: Branch, turn: string, decide: Decide): boolean {
  if (condition === undefined) return true;
  const value = decide(keyOf(block, condition, turn), truth);
  return condition.negated ? value === 0 : value !== 0;
}

function take(block: Block, index: number, { branches, taken }: Way): void {
  const branch = branches.get(block)?.[index];
  if (branch !== undefined) taken.add(branch);
}

import { mustClose } from "./elements.ts";
import type { HtmlTag, TemplateTag } from "./html.ts";

/** What stands between control tags, or a control block. */
export type Part = { readonly tags: readonly HtmlTag[] } | Block;

/** A block of a template: `if`, `for`, or one whose content is simply there. */
export interface Block {
  readonly kind: "choice" | "loop" | "always";
  readonly branches: readonly Branch[];
  /** Each branch leaves the same elements open and closes the same ones: it makes no difference which is taken. */
  readonly uniform: boolean;
  /** What one pass through it leaves open and closes. */
  readonly effect: readonly string[];
}

/** One way through a block. */
export interface Branch {
  /** Undefined for `else`. */
  readonly condition: Condition | undefined;
  readonly parts: readonly Part[];
  readonly effect: readonly string[];
  /** Where the control tag stands that ends it. */
  readonly end: number;
}

/** A condition by its text; `not a` is the condition `a`, negated. */
export interface Condition {
  readonly key: string;
  readonly negated: boolean;
  readonly text: string;
  readonly at: readonly [number, number];
}

interface Open {
  readonly tag: TemplateTag;
  readonly word: string;
  readonly kind: Block["kind"];
  readonly branches: OpenBranch[];
}

interface OpenBranch {
  readonly condition: Condition | undefined;
  readonly parts: Part[];
  end: number;
}

/** Nobody nests more blocks: what does is no template, and is not read as one. */
const deepest = 200;

/** Builds the branches of a page; undefined where its control tags do not fit each other. */
export function branchesOf(tags: readonly HtmlTag[], template: readonly TemplateTag[]): Part[] | undefined {
  const top: Part[] = [];
  const stack: Open[] = [];
  const parts = (): Part[] => stack.at(-1)?.branches.at(-1)?.parts ?? top;
  let next = 0;
  const takeUntil = (offset: number): void => {
    const from = next;
    while (next < tags.length && (tags[next]?.at[0] ?? offset) < offset) next++;
    if (next > from) parts().push({ tags: tags.slice(from, next) });
  };
  const inTags = controlInTags(tags, template);
  for (const tag of template) {
    if (!isControl(tag) || inTags.has(tag)) continue;
    takeUntil(tag.at[0]);
    if (tag.role === "open") {
      if (stack.length >= deepest) return undefined;
      stack.push(opened(tag));
    } else if (tag.role === "middle") {
      const open = stack.at(-1);
      endBranch(open, tag);
      open?.branches.push({ condition: elseOf(tag, open), parts: [], end: Infinity });
    } else {
      if (!dissolveUntil(stack, top, (open) => fits(open.word, tag.word))) return undefined;
      const block = stack.pop();
      endBranch(block, tag);
      if (block !== undefined) parts().push(closed(block));
    }
  }
  takeUntil(Infinity);
  dissolveUntil(stack, top, () => false);
  return stack.length > 0 ? undefined : top;
}

function endBranch(open: Open | undefined, { at }: TemplateTag): void {
  const branch = open?.branches.at(-1);
  if (branch !== undefined) [branch.end] = at;
}

const isControl = ({ role }: TemplateTag): boolean => role === "open" || role === "middle" || role === "close";

/** The control tags of blocks that begin, branch or end within a start tag: they choose attributes, not elements. */
function controlInTags(tags: readonly HtmlTag[], template: readonly TemplateTag[]): ReadonlySet<TemplateTag> {
  const inside = new Set<TemplateTag>();
  const stack: TemplateTag[][] = [];
  let next = 0;
  for (const tag of template) {
    if (!isControl(tag)) continue;
    while ((tags[next]?.at[1] ?? Infinity) <= tag.at[0]) next++;
    if (tag.role === "open") stack.push([]);
    const block = stack.at(-1);
    block?.push(tag);
    if ((tags[next]?.at[0] ?? Infinity) < tag.at[0]) inside.add(tag);
    if (tag.role !== "close") continue;
    stack.pop();
    if (block?.some((member) => inside.has(member)) === true) for (const member of block) inside.add(member);
  }
  return inside;
}

/** Words that are a block in one place and a single tag in another: `{% trans "a" %}`, `{% set a = 1 %}`. */
const mayStandAlone: ReadonlySet<string> = new Set(
  "trans blocktrans blocktranslate set block section component slot push with cache call include embed render form".split(" "),
);

/** Takes open blocks that turn out to be single tags from the stack; says whether one that fits is on top then. */
function dissolveUntil(stack: Open[], top: Part[], isIt: (open: Open) => boolean): boolean {
  for (let open = stack.at(-1); open !== undefined; open = stack.at(-1)) {
    if (isIt(open)) return true;
    if (!mayStandAlone.has(open.word)) return false;
    stack.pop();
    const around = stack.at(-1)?.branches.at(-1)?.parts ?? top;
    for (const { parts } of open.branches) around.push(...parts);
  }
  return false;
}

const fits = (opened: string, closed: string): boolean =>
  closed === "" ||
  closed === "}" ||
  opened === closed ||
  !kinds.has(closed) ||
  (kinds.get(closed) === kinds.get(opened) && closed.startsWith("for"));

const choices =
  "if unless case switch match ifequal ifnotequal ifchanged isset empty auth guest can cannot canany env production error hasSection await eq is has ifversion # compare";
const loops = "for foreach each while range tablerow until forelse";
const kinds: ReadonlyMap<string, Block["kind"]> = new Map([
  ...choices.split(" ").map((word) => [word, "choice"] as const),
  ...loops.split(" ").map((word) => [word, "loop"] as const),
]);

function opened(tag: TemplateTag): Open {
  const { word } = tag;
  const isGoWith = word === "with" && tag.opener === "{{" && !tag.inner.startsWith("#");
  const kind = isGoWith ? "choice" : (kinds.get(word) ?? "always");
  const first = kind === "always" ? undefined : conditionOf(tag, word.startsWith("unless") || word === "ifnotequal");
  return { tag, word, kind, branches: selects(word) ? [] : [{ condition: first, parts: [], end: Infinity }] };
}

const selects = (word: string): boolean => word === "case" || word === "switch" || word === "match";

/** The condition of `elif a`, of `when a` in `case x`; undefined for `else`. */
function elseOf(tag: TemplateTag, open: Open | undefined): Condition | undefined {
  if (tag.condition === "" || tag.word === "empty") return undefined;
  const condition = conditionOf(tag, false);
  return open !== undefined && selects(open.word) ? { ...condition, key: `${open.tag.condition}: ${condition.key}` } : condition;
}

function conditionOf({ word, condition, at }: TemplateTag, isNegated: boolean): Condition {
  let text = condition.replace(/\s+/g, " ").trim();
  let negated = isNegated;
  for (let match = negation.exec(text); match !== null; match = negation.exec(text)) {
    if (match[3] === undefined) negated = !negated;
    text = (match[1] ?? match[2] ?? match[3] ?? "").trim();
  }
  if (!/ (?:and|or|&&|\|\|) /.test(text)) {
    const equal = text.replace(/ !=(=?) /, " =$1= ").replace(/^ne (?=\S+ \S+$)/, "eq ");
    if (equal !== text) negated = !negated;
    text = equal;
  }
  return { key: text, negated, text: word === "#" ? `#${condition}` : `${word} ${condition}`.trim(), at };
}

/** Matches `not a`, `!a`, `!(a and b)`, `(a)`; not `a and not b`, `not a or b`. */
const negation = /^(?:not\s+|!\s*)(?:\(([^()]*)\)|([\w.$>\-'"[\]]+(?:\([^()]*\))?))$|^\(([^()]*)\)$/;

function closed(open: Open): Block {
  const { kind, branches } = open.kind === "always" && open.branches.length > 1 ? chosen(open) : open;
  const done = branches.map(({ condition, parts, end }, index): Branch => ({
    // of Rust's `match` one arm is taken whatever happens
    condition: open.word === "match" && index === branches.length - 1 ? undefined : condition,
    parts,
    effect: effectOf(parts),
    end,
  }));
  const [first] = done;
  const effect = first?.effect ?? [];
  const hasElse = done.some(({ condition }) => condition === undefined);
  const same = done.every((branch) => sameEffect(branch.effect, effect) && isUniform(branch.parts));
  const uniform = same && (effect.length === 0 || kind === "always" || (kind === "choice" && hasElse));
  return { kind, branches: done, uniform, effect };
}

/** A block of unknown kind that has an `else` is a choice. */
function chosen({ tag, branches }: Open): Pick<Open, "kind" | "branches"> {
  const [first, ...others] = branches;
  return first === undefined
    ? { kind: "always", branches }
    : { kind: "choice", branches: [{ ...first, condition: conditionOf(tag, false) }, ...others] };
}

const isUniform = (parts: readonly Part[]): boolean => parts.every((part) => "tags" in part || part.uniform);
const sameEffect = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, index) => name === b[index]);

/** What a run of parts closes (`/div`) and leaves open (`div`). */
function effectOf(parts: readonly Part[]): string[] {
  const effect: string[] = [];
  const add = (step: string): void => {
    if (step.startsWith("/") && effect.at(-1) === step.slice(1)) effect.pop();
    else effect.push(step);
  };
  for (const part of parts) {
    if ("tags" in part) {
      for (const { traits, selfClosing, kind, name } of part.tags) {
        if ((traits & mustClose) !== 0 && !selfClosing) add(kind === "end" ? `/${name}` : name);
      }
    } else part.effect.forEach(add);
  }
  return effect;
}

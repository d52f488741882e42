import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import { analyse } from "scslre";

/**
 * What a pattern can cost at worst: the length of the text alone, or what makes it more. `each start` is linear from one place,
 * and quadratic because it is tried from every place.
 */
export type Cost = "linear" | "each start" | "polynomial" | "exponential" | "long" | "unknown";

/** More repetitions than this, those within one another multiplied, are as good as no bound. */
const mostRepetitions = 10_000;

/** A repetition whose count may vary by so much is judged as one without a bound: three of them in a row are many tries. */
const wide = 10;

/** What a pattern can cost on the worst text there is. */
export function costOf(pattern: RegExp): Cost {
  const shape = shapeOf(pattern);
  if (shape !== "linear") return shape;
  const reports = analyse(pattern).reports;
  const widened = analyse(widenedPattern(pattern)).reports.filter(({ type }) => type !== "Move");
  if ([...reports, ...widened].some(({ exponential }) => exponential)) return "exponential";
  if (widened.length > 0) return "polynomial";
  if (reports.length === 0) return "linear";
  return isNested(pattern) ? "exponential" : "each start";
}

/** Whether a repetition without a bound stands in another repetition. */
function isNested({ source, flags }: RegExp): boolean {
  let nested = false;
  visitRegExpAST(parsed(source, flags), {
    onQuantifierEnter: (quantifier) => {
      if (quantifier.max === Infinity && isRepeated(quantifier.parent)) nested = true;
    },
  });
  return nested;
}

function isRepeated(node: AST.Node | null): boolean {
  return node !== null && ((node.type === "Quantifier" && node.max > 1) || isRepeated(node.parent));
}

/** What the parts of the pattern say by themselves. */
function shapeOf({ source, flags }: RegExp): Cost {
  let shape: Cost = "linear";
  visitRegExpAST(parsed(source, flags), {
    onBackreferenceEnter: () => (shape = "unknown"),
    onQuantifierEnter: (quantifier) => {
      const { element, max } = quantifier;
      if (max === Infinity && isBehind(quantifier)) shape = "unknown";
      else if (repetitions(quantifier) > mostRepetitions) shape = "long";
      else if (max >= wide && new RegExp(`^(?:${element.raw})$`, flags).test("")) shape = "exponential";
      else if (max >= wide && "alternatives" in element && haveSharedCharacter(element.alternatives, flags))
        shape = "exponential";
    },
  });
  return shape;
}

const characters = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code));

/** Whether two alternatives of one character each match the same one, as in `(?:\w|\d)`: each such character doubles the tries. */
function haveSharedCharacter(alternatives: readonly { readonly elements: readonly AST.Element[] }[], flags: string): boolean {
  const seen = new Set<string>();
  for (const { elements } of alternatives) {
    const [only] = elements;
    if (only === undefined || elements.length > 1 || !only.type.startsWith("Character")) continue;
    const one = new RegExp(only.raw, flags.includes("i") ? "ui" : "u");
    const own = characters.filter((character) => one.test(character));
    if (own.some((character) => seen.has(character))) return true;
    for (const character of own) seen.add(character);
  }
  return false;
}

function parsed(source: string, flags: string): AST.Pattern {
  return new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes("u") });
}

function isBehind(node: AST.Node): boolean {
  if (node.type === "Assertion" && node.kind === "lookbehind") return true;
  return node.parent !== null && isBehind(node.parent);
}

/** How often the element may be repeated, with what it is within; repetitions without a bound count once. */
function repetitions(node: AST.Node | null): number {
  if (node === null) return 1;
  const own = node.type === "Quantifier" && node.max !== Infinity ? node.max : 1;
  return own * repetitions(node.parent);
}

/** The pattern with its wide bounds taken away: what is ambiguous without them takes many tries within them. */
function widenedPattern({ source, flags }: RegExp): RegExp {
  const cuts: AST.Quantifier[] = [];
  visitRegExpAST(parsed(source, flags), {
    onQuantifierEnter: (quantifier) => {
      if (quantifier.max !== Infinity && isWide(quantifier)) cuts.push(quantifier);
    },
  });
  let text = source;
  for (const { element, end, min, greedy } of cuts.sort((a, b) => b.end - a.end))
    text = `${text.slice(0, element.end)}${min === 0 ? "*" : "+"}${greedy ? "" : "?"}${text.slice(end)}`;
  return new RegExp(text, flags);
}

/** Whether the count varies much, or what is repeated often varies itself. */
function isWide({ element, min, max }: AST.Quantifier): boolean {
  return max - min >= wide || (max >= wide && /[?*+]|\{\d+,/.test(element.raw.replace(/^\(\?/, "")));
}

import type { MarkdownTree } from "@failcheck/languages";
import { dateTokens } from "./date-tokens.ts";
import { dateAt, isYear } from "./written-dates.ts";

/** The year of a document: that of all its own dates, if they agree. */
export interface DocumentYear {
  readonly year: number;
  /** The months of those dates; a document of December may speak of the January that follows. */
  readonly months: ReadonlySet<number>;
}

/** Looks at the dates of the text, of the front matter and of the path. Undefined where there are none, or two years. */
export function documentYear(tree: MarkdownTree, path: string): DocumentYear | undefined {
  const years = new Set<number>();
  const months = new Set<number>();
  for (const text of [path, tree.frontMatter?.text ?? "", ...tree.prose.map((prose) => prose.text)]) {
    for (const { year, month } of datesOf(text)) {
      years.add(year);
      months.add(month);
    }
  }
  const [year] = years;
  return years.size === 1 && year !== undefined ? { year, months } : undefined;
}

function* datesOf(text: string): Generator<{ readonly year: number; readonly month: number }> {
  const tokens = dateTokens(text);
  for (const [index, token] of tokens.entries()) {
    const { year, month } = dateAt(tokens, index) ?? {};
    const next = tokens[index + 1];
    if (year !== undefined && month !== undefined) yield { year, month };
    else if (token.kind === "month" && isYear(next)) yield { year: next.value, month: token.value };
    else if (token.kind === "numeric") yield { year: Number(token.text.slice(-4)), month: 0 };
  }
}

/** Whether a date without a year may be of the year before or after: its month is on the other side of New Year. */
export function mayBeNextYear(month: number, { months }: DocumentYear): boolean {
  const late = [...months].some((other) => other >= 11);
  const early = [...months].some((other) => other >= 1 && other <= 2);
  return (month <= 2 && late) || (month >= 11 && early);
}

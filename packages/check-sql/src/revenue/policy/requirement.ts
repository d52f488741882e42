import { isLike } from "../expressions/text-match.ts";

/** What the configuration asks of a counted row: one column, and which of its values are right. */
export interface Requirement {
  readonly column: string;
  /** The values that may be counted, from `=` and IN. */
  readonly values: readonly string[];
  accepts(status: string): boolean;
  /** The conditions as written, for `mode: strict`. */
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly column: string;
  readonly operator: "in" | "like" | "ilike";
  readonly not: boolean;
  readonly values: readonly string[];
  readonly text: string;
}

/** A word, a text in quotes, a sign: matches `job_status`, `'it''s'`, `<>`; never anything else. */
const token = /\s*(?:([\p{L}_][\p{L}\p{N}_.]{0,127}|"[^"]{1,127}")|('(?:[^']|''){0,200}')|(<>|!=|=|\(|\)|,))/uy;

interface Token {
  readonly text: string;
  readonly kind: "word" | "text" | "sign";
  readonly start: number;
  readonly end: number;
}

/**
 * Reads `job_status = 'completed' AND job_status NOT ILIKE '%cancel%'`: conditions on one column, joined by AND.
 * Gives a sentence where it is anything else.
 */
export function readRequirement(text: string, caseInsensitive: boolean): Requirement | string {
  const tokens = tokenize(text);
  if (typeof tokens === "string") return tokens;
  const conditions = readConditions(tokens, text);
  if (typeof conditions === "string") return conditions;
  const columns = new Set(conditions.map((condition) => condition.column));
  const [column] = columns;
  if (column === undefined || columns.size > 1) return "every condition must be about the same column";
  const fold = (status: string): string => (caseInsensitive ? status.trim().toLowerCase() : status);
  const accepts = (status: string): boolean => conditions.every((condition) => holds(condition, status, fold));
  const named = conditions.filter(({ operator, not }) => operator === "in" && !not).flatMap(({ values }) => values);
  const values = [...new Set(named)].filter(accepts);
  if (values.length === 0) return `no value of ${column} is named with = or IN, so that nothing could be counted`;
  return { column, values, accepts, conditions };
}

function tokenize(text: string): Token[] | string {
  const found: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return `cannot read ${JSON.stringify(text.slice(at).trim())}`;
    const kind = match[1] !== undefined ? "word" : match[2] !== undefined ? "text" : "sign";
    const part = match[1] ?? match[2] ?? match[3] ?? "";
    at = token.lastIndex;
    found.push({ text: part, kind, start: at - part.length, end: at });
  }
  return found;
}

function readConditions(tokens: readonly Token[], text: string): Condition[] | string {
  const conditions: Condition[] = [];
  let rest = tokens;
  while (rest.length > 0) {
    const end = rest.findIndex((item) => item.kind === "word" && item.text.toLowerCase() === "and");
    const part = end < 0 ? rest : rest.slice(0, end);
    const condition = readCondition(part, text);
    if (typeof condition === "string") return condition;
    conditions.push(condition);
    rest = end < 0 ? [] : rest.slice(end + 1);
  }
  return conditions.length === 0 ? "it is empty" : conditions;
}

function readCondition(part: readonly Token[], text: string): Condition | string {
  const [column, ...rest] = part;
  const source = text.slice(column?.start ?? 0, part.at(-1)?.end ?? 0);
  if (column?.kind !== "word") return `cannot read the condition ${JSON.stringify(source)}`;
  const words = rest.filter((item) => item.kind !== "text" && !"(,)".includes(item.text)).map((item) => item.text.toLowerCase());
  const values = rest.filter((item) => item.kind === "text").map((item) => item.text.slice(1, -1).replaceAll("''", "'"));
  const operator = operators[words.join(" ")];
  if (operator === undefined || values.length === 0) return `cannot read the condition ${JSON.stringify(source)}`;
  return { column: columnName(column.text), ...operator, values, text: source };
}

const operators: Readonly<Partial<Record<string, Pick<Condition, "operator" | "not">>>> = {
  "=": { operator: "in", not: false },
  "<>": { operator: "in", not: true },
  "!=": { operator: "in", not: true },
  in: { operator: "in", not: false },
  "not in": { operator: "in", not: true },
  like: { operator: "like", not: false },
  "not like": { operator: "like", not: true },
  ilike: { operator: "ilike", not: false },
  "not ilike": { operator: "ilike", not: true },
};

function columnName(text: string): string {
  if (text.startsWith('"')) return text.slice(1, -1);
  return text.slice(text.lastIndexOf(".") + 1).toLowerCase();
}

function holds(condition: Condition, status: string, fold: (text: string) => string): boolean {
  const matches = condition.values.some((value) => {
    if (condition.operator === "in") return fold(status) === fold(value);
    if (condition.operator === "like") return isLike(status, value, "\\") === true;
    return isLike(status.toLowerCase(), value.toLowerCase(), "\\") === true;
  });
  return matches !== condition.not;
}

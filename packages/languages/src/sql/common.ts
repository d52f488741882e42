/** A token that has the same meaning in every dialect: a word, a number, a text without backslashes, a sign. */
const token = /\s*(?:([a-z_]\w{0,62})(?!\w)|\d{1,40}(?:\.\d{1,40})?(?![\w.])|'(?:[^'\\]|'')*'|(<>|<=|>=|[<>=.,()*;]))/iy;

/** Words between which names stand. */
const keywords = new Set(
  `select from where and or not as group order by having join left right full inner outer cross on in is null like between union all
   exists case when then else end distinct create view with asc desc limit true false update set delete insert into values`.split(
    /\s+/,
  ),
);

/** What is called alike, and gives the same, everywhere. */
const functions = new Set(["sum", "count", "avg", "min", "max", "coalesce", "lower", "upper", "nullif"]);

/**
 * Whether a text keeps to what all dialects write alike, so that PostgreSQL's own grammar reads it as they do: names, literals,
 * comparisons, AND and OR. Two names side by side may be a word of a dialect, as in `FROM a SEMI JOIN b`, and so may `f(`.
 */
export function isCommon(text: string): boolean {
  const end = text.trimEnd().length;
  let before = "";
  let named = "";
  for (let at = 0; at < end; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) return false;
    const word = found[1]?.toLowerCase() ?? "";
    const kind = found[2] ?? (keywords.has(word) ? "keyword" : "name");
    if (kind === "name" && before === "name") return false;
    if (kind === "(" && before === "name" && !functions.has(named)) return false;
    [before, named] = [kind, word];
  }
  return true;
}

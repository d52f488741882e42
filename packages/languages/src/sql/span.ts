const word = /[\p{L}_\p{N}$]/u;

/** Where the quoted text that opens at `start` ends; doubled quotes stay inside. */
export function quoteEnd(text: string, start: number, backslashes: boolean): number {
  const quote = text.charAt(start);
  let at = start + 1;
  while (at < text.length) {
    const here = text.charAt(at);
    if (here === "\\" && backslashes) at += 2;
    else if (here !== quote) at += 1;
    else if (text.charAt(at + 1) === quote) at += 2;
    else return at + 1;
  }
  return text.length;
}

/** Where the comment that opens at `start` ends, `start` itself where none opens there; block comments nest. */
export function commentEnd(text: string, start: number): number {
  if (text.startsWith("/*", start)) return blockEnd(text, start) ?? text.length;
  if (!text.startsWith("--", start)) return start;
  const line = text.indexOf("\n", start);
  return line < 0 ? text.length : line;
}

/** As `commentEnd`, but a block comment that is never closed hides nothing: it ends where it opens. */
export function closedCommentEnd(text: string, start: number): number {
  return text.startsWith("/*", start) ? (blockEnd(text, start) ?? start) : commentEnd(text, start);
}

function blockEnd(text: string, start: number): number | undefined {
  let depth = 1;
  let at = start + 2;
  while (at < text.length && depth > 0) {
    if (text.startsWith("/*", at)) [depth, at] = [depth + 1, at + 2];
    else if (text.startsWith("*/", at)) [depth, at] = [depth - 1, at + 2];
    else at += 1;
  }
  return depth > 0 ? undefined : at;
}

/** The delimiter of a dollar-quoted text: matches `$$` and `$body$`, not `$1`. */
const dollarTag = /\$(?:[\p{L}_][\p{L}\p{N}_]{0,62})?\$/uy;

/** Where the dollar-quoted text that opens at `start` ends, `start` itself where none opens there. */
export function dollarEnd(text: string, start: number): number {
  if (text.charAt(start) !== "$") return start;
  dollarTag.lastIndex = start;
  const tag = dollarTag.exec(text)?.[0];
  if (tag === undefined) return start;
  const close = text.indexOf(tag, start + tag.length);
  return close < 0 ? text.length : close + tag.length;
}

/** Past whatever hides text from a reader of tokens at `at`: a comment, a quoted text; `at` itself where nothing does. */
export function opaqueEnd(text: string, at: number): number {
  const here = text.charAt(at);
  if (here === "'") return quoteEnd(text, at, at > 0 && (text.charAt(at - 1) === "E" || text.charAt(at - 1) === "e"));
  if (here === '"' || here === "`") return quoteEnd(text, at, false);
  if (here === "$") return dollarEnd(text, at);
  return here === "-" || here === "/" ? commentEnd(text, at) : at;
}

/** Where the bracket that opens at `start` closes. */
function bracketEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const hidden = opaqueEnd(text, at);
    if (hidden > at) {
      at = hidden;
      continue;
    }
    const here = text.charAt(at);
    if (here === "(") depth += 1;
    if (here === ")") depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** Where the expression's first words end: a dotted name with the call's brackets after it, a literal, an operator. */
export function spanEnd(text: string, start: number): number {
  const hidden = opaqueEnd(text, start);
  if (hidden > start && text.charAt(start) !== '"') return hidden;
  if (text.charAt(start) === "(") return bracketEnd(text, start);
  const at = nameEnd(text, start);
  if (at === start) return operatorEnd(text, start);
  const bracket = skipBlanks(text, at);
  return text.charAt(bracket) === "(" && !keywords.has(text.slice(start, at).toLowerCase()) ? bracketEnd(text, bracket) : at;
}

/** Where the dotted name that starts here ends. */
export function nameEnd(text: string, start: number): number {
  let at = partEnd(text, start);
  while (at > start && text.charAt(at) === ".") {
    const next = text.charAt(at + 1) === "*" ? at + 2 : partEnd(text, at + 1);
    if (next === at + 1) break;
    at = next;
  }
  return at;
}

const keywords = new Set(["not", "in", "and", "or", "exists", "any", "all", "is", "between", "like", "ilike", "case"]);

function partEnd(text: string, start: number): number {
  if (text.charAt(start) === '"') return quoteEnd(text, start, false);
  let at = start;
  while (at < text.length && word.test(text.charAt(at))) at += 1;
  return at;
}

function operatorEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && "<>=!~*+-/%|&^#@?:".includes(text.charAt(at))) at += 1;
  return Math.max(at, Math.min(start + 1, text.length));
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text.charAt(at) === " ") at += 1;
  return at;
}

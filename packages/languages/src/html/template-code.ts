import type { TemplateTag } from "./html.ts";

type Meaning = Pick<TemplateTag, "role" | "word" | "condition">;

const plain = (role: TemplateTag["role"], word = "", condition = ""): Meaning => ({ role, word, condition });

/** `<% … %>` and `<? … ?>`: code of Ruby, JavaScript or PHP, of which only what opens and closes blocks matters. */
export function codeTags(opener: string, inner: string): readonly Meaning[] {
  if (/^(?:#|%|@|--)/.test(inner)) return [plain("comment")];
  const code = withoutStrings(inner.replace(/^(?:=|-(?!-)|php\b)/i, "").replace(/-$/, "")).trim();
  if (opener === "<?" && /^xml\b/i.test(inner)) return [plain("other")];
  const words = opener === "<?" ? alternative(code) : ruby(code);
  if (words !== undefined) return [words];
  const blocks = braces(code);
  if (blocks.length > 0) return blocks;
  if (/^(?:include|require|render|partial|get_header|get_footer|yield)\b/.test(code) || /\binclude\(/.test(code))
    return [plain("include")];
  return [plain(/^[=-]/.test(inner) ? "output" : "other")];
}

/** Matches `"a }"`, `'b'`, and the comments of the three languages; not `a / b`. */
const quiet =
  /"(?:[^"\\\n]|\\.){0,500}"|'(?:[^'\\\n]|\\.){0,500}'|`(?:[^`\\]|\\.){0,500}`|\/\/[^\n]{0,500}|\/\*[^]{0,2000}?\*\//g;

/** Strings keep their text, which is part of a condition, but lose what could be taken for a brace. */
const withoutStrings = (code: string): string =>
  code.replace(quiet, (text) => (text.startsWith("/") ? "" : text.replace(/[{}:;]/g, "_")));

/** PHP's `if (…):`, `else:`, `endif`. */
function alternative(code: string): Meaning | undefined {
  const ended = /^end(if|foreach|for|while|switch)\b/.exec(code)?.[1];
  if (ended !== undefined) return plain("close", ended);
  const match = /^(if|elseif|else if|else|foreach|for|while|switch|case|default)\b\s*([^;{}]*):$/.exec(code);
  if (match === null) return undefined;
  const word = match[1] ?? "";
  const isMiddle = /^(?:else|case|default)/.test(word);
  return plain(isMiddle ? "middle" : "open", word, condition(match[2] ?? ""));
}

/** Ruby's `if …`, `else`, `end`, `… do |x|`. */
function ruby(code: string): Meaning | undefined {
  if (/^end\b/.test(code)) return plain("close");
  const middle = /^(else|elsif|when|in|rescue|ensure)\b\s*([^{}]*)$/.exec(code);
  if (middle !== null) return plain("middle", middle[1] ?? "", middle[2] ?? "");
  const loop = /^([^]*?)\bdo\s*(?:\|[^|]*\|)?$/.exec(code);
  if (loop !== null)
    return plain("open", /\b(?:each\w*|times|map|upto|step)\b/.test(loop[1] ?? "") ? "each" : "block", loop[1] ?? "");
  const head = /^(if|unless|case|while|until|for|begin)\b\s*(?!\()([^{}]*)$/.exec(code);
  return head === null ? undefined : plain("open", head[1] ?? "", head[2] ?? "");
}

const condition = (text: string): string =>
  text
    .trim()
    .replace(/^\(([^]*)\)$/, "$1")
    .trim();

/** The blocks that braces leave open or close: `} else {` is a middle, `if (a) {` opens. */
function braces(code: string): Meaning[] {
  const found: Meaning[] = [];
  const open: string[] = [];
  let from = 0;
  for (let at = 0; at < code.length; at++) {
    const c = code[at];
    if (c === "{") open.push(code.slice(from, at));
    else if (c === "}" && open.pop() === undefined) found.push(plain("close", "}"));
    if (c === "{" || c === "}" || (c === ";" && !insideParentheses(code, from, at))) from = at + 1;
  }
  for (const head of open) found.push(opened(head.trim(), found));
  return found;
}

function insideParentheses(code: string, from: number, to: number): boolean {
  let depth = 0;
  for (let at = from; at < to; at++) depth += code[at] === "(" ? 1 : code[at] === ")" ? -1 : 0;
  return depth > 0;
}

/** What a head before `{` opens; `else` takes the close before it back. */
function opened(head: string, found: Meaning[]): Meaning {
  const match = /^(else\s*if|elseif|else|if|foreach|for|while|switch)\b\s*([^]*)$/.exec(head);
  const word = (match?.[1] ?? "").replace(/\s+/g, "");
  if (word.startsWith("else")) {
    if (found.at(-1)?.role === "close") found.pop();
    return plain("middle", word, condition(match?.[2] ?? ""));
  }
  if (word !== "") return plain("open", word, condition(match?.[2] ?? ""));
  return plain("open", /\b(?:forEach|map|each)\s*\(/.test(head) ? "each" : "block", head);
}

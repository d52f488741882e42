import { bare, type Meaning, meaning } from "./meaning.ts";

/** A walk over the code of one tag. */
interface Walk {
  readonly code: string;
  readonly found: Meaning[];
  /** For each brace that is open within the tag, what was found before it, and how deep in parentheses it stands. */
  readonly open: { readonly found: number; readonly depth: number; readonly isMiddle: boolean }[];
  depth: number;
  /** Where the statement begins. */
  from: number;
}

/** The blocks that a piece of JavaScript or PHP leaves open or closes: `} else {` is a middle, `if (a):` opens. */
export function braceBlocks(code: string): Meaning[] {
  const walk: Walk = { code, found: [], open: [], depth: 0, from: 0 };
  for (let at = 0; at < code.length; at++) step(walk, at);
  endOfStatement(walk, code.length);
  return walk.found;
}

function step(walk: Walk, at: number): void {
  switch (walk.code[at]) {
    case "(":
      walk.depth++;
      break;
    case ")":
      walk.depth--;
      break;
    case "{":
      openBrace(walk, at);
      break;
    case "}":
      closeBrace(walk, at);
      break;
    case ":":
      if (walk.depth <= 0) label(walk, at);
      break;
    case ";":
      if (walk.depth <= 0) endOfStatement(walk, at);
      break;
    default:
  }
}

function openBrace(walk: Walk, at: number): void {
  const block = opened(walk.code.slice(walk.from, at).trim());
  // `} else {`: the end of the one branch and the start of the other are one
  const isMiddle = block.role === "middle" && walk.found.at(-1)?.role === "close";
  if (isMiddle) walk.found.pop();
  walk.open.push({ found: walk.found.length, depth: walk.depth, isMiddle });
  walk.found.push(block);
  walk.depth = 0;
  walk.from = at + 1;
}

/** A block that begins and ends within the tag holds no markup; of `} else { … }` the first brace remains. */
function closeBrace(walk: Walk, at: number): void {
  endOfStatement(walk, at);
  const own = walk.open.pop();
  if (own !== undefined) walk.found.length = own.found;
  if (own === undefined || own.isMiddle) walk.found.push(meaning("close", "}"));
  walk.depth = own?.depth ?? 0;
  walk.from = at + 1;
}

/** Matches `if (a)`, `else`, `case 1`: what PHP follows with a colon; `case` and `default` in JavaScript too. */
const labelled = /^(if|elseif|else if|else|foreach|for|while|switch|case|default)\b\s*([^]*)$/;

function label(walk: Walk, at: number): void {
  const match = labelled.exec(walk.code.slice(walk.from, at).trim());
  if (match === null || walk.code[at + 1] === ":" || walk.code[at - 1] === ":") return;
  const word = match[1] ?? "";
  const isMiddle = /^(?:else|case|default)/.test(word);
  walk.found.push(meaning(isMiddle ? "middle" : "open", word, bare(match[2] ?? "")));
  walk.from = at + 1;
}

function endOfStatement(walk: Walk, at: number): void {
  const ended = /^end(if|foreach|for|while|switch)$/.exec(walk.code.slice(walk.from, at).trim())?.[1];
  if (ended !== undefined) walk.found.push(meaning("close", ended));
  walk.from = at + 1;
}

/** What a head before `{` opens. */
function opened(head: string): Meaning {
  const match = /^(else\s*if|elseif|else|if|foreach|for|while|switch)\b\s*([^]*)$/.exec(head);
  const word = (match?.[1] ?? "").replace(/\s+/g, " ");
  if (word !== "") return meaning(word.startsWith("else") ? "middle" : "open", word, bare(match?.[2] ?? ""));
  return meaning("open", /\b(?:forEach|map|each)\s*\(/.test(head) ? "each" : "block", head);
}

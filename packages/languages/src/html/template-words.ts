import type { HtmlDialect } from "./dialect.ts";
import type { TemplateTag } from "./html.ts";
import { type Meaning, meaning } from "./meaning.ts";
import { codeTags } from "./template-code.ts";

/** A template tag as it was found, before anyone asked what it means. */
export interface RawTag {
  readonly at: readonly [number, number];
  readonly opener: string;
  readonly inner: string;
}

/** What all tags of a file together tell about one of them. */
interface Hints {
  /** `{{ … }}` controls nothing: in Vue and Angular. */
  readonly onlyOutput: boolean;
  /** Words that have an `endword` in the file: blocks, whatever engine they come from. */
  readonly blocks: ReadonlySet<string>;
  /** By the word of a comment or raw block: the index of its last end tag. */
  readonly lastEnds: ReadonlyMap<string, number>;
  /** `{{ end }}` stands in the file: Go. */
  readonly go: boolean;
  /** `{{{ end }}}` stands in the file: Benchpress, whose control tags have three braces. */
  readonly three: boolean;
  /** `<% end %>` stands in the file: Ruby. */
  readonly ruby: boolean;
}

/** Says what each tag does; what stands in comment blocks and raw blocks says nothing. */
export function understand(text: string, raw: readonly RawTag[], path: string, dialect: HtmlDialect): TemplateTag[] {
  const hints: Hints = {
    onlyOutput: dialect !== "html",
    blocks: blockWords(raw),
    lastEnds: lastEnds(raw),
    go: raw.some((tag) => tag.opener === "{{" && trimmed(tag.inner) === "end"),
    three: raw.some((tag) => tag.opener === "{{{" && trimmed(tag.inner) === "end"),
    ruby: path.endsWith(".erb") || raw.some((tag) => tag.opener === "<%" && /^-?\s*end\b/.test(tag.inner)),
  };
  const tags: TemplateTag[] = [];
  for (let index = 0; index < raw.length; index++) {
    const tag = raw[index];
    if (tag === undefined) break;
    const inner = trimmed(tag.inner);
    const end = tag.opener === "{%" ? quietEnd(raw, index, inner, hints) : index;
    if (end > index) {
      tags.push(...quieted(raw.slice(index, end + 1)));
      index = end;
    } else for (const does of meanings(tag, inner, hints)) tags.push({ at: tag.at, opener: tag.opener, inner, ...does });
  }
  return path.endsWith(".blade.php") ? withBlade(text, tags) : tags;
}

/** Between these and their end, tags are text; between the second, nothing is markup at all. */
const textWords = ["raw", "verbatim"];
const hiddenWords: ReadonlySet<string> = new Set(["comment", "schema", "javascript", "stylesheet", "highlight", "codeblock"]);
const quietWords: ReadonlySet<string> = new Set([...textWords, ...hiddenWords]);

/** Where the comment or raw block that begins here ends; the index itself where none begins. */
function quietEnd(raw: readonly RawTag[], index: number, inner: string, hints: Hints): number {
  const word = /^\w+/.exec(inner)?.[0] ?? "";
  if (!quietWords.has(word) || !hints.blocks.has(word)) return index;
  if ((hints.lastEnds.get(word) ?? -1) < index) return index;
  let end = index + 1;
  while (raw[end]?.opener !== "{%" || trimmed(raw[end]?.inner ?? "") !== `end${word}`) end++;
  return end;
}

function lastEnds(raw: readonly RawTag[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, { opener, inner }] of raw.entries()) {
    const word = opener === "{%" ? trimmed(inner) : "";
    if (word.startsWith("end")) found.set(word.slice(3), index);
  }
  return found;
}

/** The tags of a raw block say nothing; a block that is no markup is one comment from end to end. */
function quieted(raw: readonly RawTag[]): TemplateTag[] {
  const [first] = raw;
  const last = raw.at(-1);
  if (first === undefined || last === undefined) return [];
  const word = /^\w+/.exec(trimmed(first.inner))?.[0] ?? "";
  if (!hiddenWords.has(word))
    return raw.map((tag) => ({ at: tag.at, opener: tag.opener, inner: trimmed(tag.inner), ...meaning("comment") }));
  return [{ at: [first.at[0], last.at[1]], opener: "{%", inner: word, ...meaning("comment") }];
}

/** Without the marks that eat white space: `-`, `~`, `+`. */
const trimmed = (inner: string): string =>
  inner
    .replace(/^[-~+]/, "")
    .replace(/[-~+]$/, "")
    .trim();

function blockWords(raw: readonly RawTag[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { opener, inner } of raw) {
    const word = opener === "{%" ? /^end_?(\w+)/.exec(trimmed(inner))?.[1] : undefined;
    if (word !== undefined) words.add(word);
    // Tornado ends every block alike
    else if (opener === "{%" && trimmed(inner) === "end") for (const known of tornadoBlocks) words.add(known);
  }
  return words;
}

const tornadoBlocks = ["if", "for", "while", "try", "block", "apply"];

function meanings(tag: RawTag, inner: string, hints: Hints): readonly Meaning[] {
  switch (tag.opener) {
    case "{#":
    case "{{!--":
      return [meaning("comment")];
    case "{{{{":
      return [meaning("comment")];
    case "{{{":
      return [hints.three ? threeBraces(inner) : meaning("output")];
    case "{{":
      return [hints.onlyOutput ? meaning("output") : curly(inner, hints)];
    case "{%":
      return [percent(inner, hints)];
    case "{":
      return [svelte(inner)];
    case "<:":
      return [meaning("other")];
    default:
      return codeTags(tag.opener, tag.inner, hints.ruby);
  }
}

const middles: ReadonlySet<string> = new Set([
  "else",
  "elif",
  "elseif",
  "elsif",
  "when",
  "empty",
  "plural",
  "pluralize",
  "default",
  "or",
  "fallback",
]);
const includes: ReadonlySet<string> = new Set([
  "include",
  "extends",
  "render",
  "import",
  "from",
  "layout",
  "section",
  "partial",
  "embed",
]);

/** `{% … %}`: Jinja, Django, Liquid, Twig, Nunjucks. */
function percent(inner: string, { blocks }: Hints): Meaning {
  const match = /^(\w+)\s*([^]*)$/.exec(inner);
  const word = match?.[1] ?? "";
  const rest = (match?.[2] ?? "").trim();
  if (middles.has(word)) return meaning("middle", word, rest);
  const ended = /^end_?(\w*)/.exec(word)?.[1];
  if (ended !== undefined) return meaning("close", ended);
  if (blocks.has(word) && !(word === "set" && rest.includes("="))) return meaning("open", word, rest);
  return includes.has(word) ? meaning("include", word, rest) : meaning("other", word, rest);
}

/** `{{ … }}`: output nearly everywhere, control in Handlebars and Go. */
function curly(inner: string, { go }: Hints): Meaning {
  const match = /^([#/^>!&]?)\s*([\w./-]*)\s*([^]*)$/.exec(inner);
  const mark = match?.[1] ?? "";
  const word = match?.[2] ?? "";
  const rest = (match?.[3] ?? "").trim();
  if (mark === "!") return meaning("comment");
  if (mark === ">") return meaning("include", word, rest);
  if (mark === "/") return inner.startsWith("/*") ? meaning("comment") : meaning("close", word);
  if (mark === "^") return word === "" ? meaning("middle", "else") : meaning("open", "unless", word);
  if (mark === "#") return block(word, rest);
  if (word === "else") return otherwise(rest);
  if (!go) return meaning("output");
  if (word === "end") return meaning("close", "");
  if (goBlocks.has(word)) return meaning("open", word, rest);
  return word === "template" || word === "partial" ? meaning("include", word, rest) : meaning("output");
}

/** `{{{ if a }}}`, `{{{ else }}}`, `{{{ end }}}`. */
function threeBraces(inner: string): Meaning {
  const match = /^(if|each|else|end)\b\s*([^]*)$/.exec(inner);
  const rest = match?.[2] ?? "";
  if (match?.[1] === "end") return meaning("close", "");
  if (match?.[1] === "else") return otherwise(rest);
  return match?.[1] === undefined ? meaning("output") : meaning("open", match[1], rest);
}

/** `else`, `else if a`, and `else with a`. */
function otherwise(rest: string): Meaning {
  const match = /^(\w+)\s+([^]+)$/.exec(rest);
  return match === null ? meaning("middle", "else", rest) : meaning("middle", `else ${match[1] ?? ""}`, match[2]);
}

/** `{{#if a}}` and Mustache's `{{#a}}`; what other helpers do with their block is not known, so it is simply there. */
function block(word: string, rest: string): Meaning {
  const isSection = rest === "" && word !== "" && !builtIn.has(word);
  return isSection ? meaning("open", "#", word) : meaning("open", word === "" ? "block" : word, rest);
}

const builtIn: ReadonlySet<string> = new Set(["if", "unless", "each", "with", "foreach", "is", "eq", "has"]);
const goBlocks: ReadonlySet<string> = new Set(["if", "range", "with", "define", "block"]);

/** `{#if …}`, `{:else}`, `{/if}`; everything else in braces is output. */
function svelte(inner: string): Meaning {
  const match = /^([#:/@])(\w+)\s*([^]*)$/.exec(inner.trim());
  const word = match?.[2] ?? "";
  const rest = match?.[3] ?? "";
  if (match?.[1] === "#") return meaning("open", word, rest);
  if (match?.[1] === ":") return word === "else" ? otherwise(rest) : meaning("middle", word, rest);
  return match?.[1] === "/" ? meaning("close", word) : meaning("output");
}

/** Adds Blade's directives, which have no delimiters: `@if (…)`, `@else`, `@endif`. */
function withBlade(text: string, tags: readonly TemplateTag[]): TemplateTag[] {
  const found = [...text.matchAll(directive)];
  const blocks = new Set(found.flatMap((match) => /^end(\w+)/.exec(match[1] ?? "")?.[1] ?? []));
  const blade = found.map((match): TemplateTag => {
    const at = [match.index, match.index + match[0].length] as const;
    return { at, opener: "@", inner: match[0], ...bladeMeaning(match[1] ?? "", match[2] ?? "", blocks) };
  });
  return [...tags, ...blade].sort((a, b) => a.at[0] - b.at[0]);
}

/** Matches `@if ($a)` and `@endif`; not `me@example.org`. */
const directive = /(?<![\w@])@([a-zA-Z]+)(?:[ \t]*\(([^()\n]{0,300}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,5})\))?/g;

function bladeMeaning(word: string, rest: string, blocks: ReadonlySet<string>): Meaning {
  if (word === "else" || word === "elseif" || word === "empty" || word === "case" || word === "default")
    return meaning("middle", word, rest);
  if (word === "stop" || word === "show" || word === "append" || word === "overwrite") return meaning("close", "section");
  const ended = /^end(\w+)/.exec(word)?.[1];
  if (ended !== undefined) return meaning("close", ended);
  if (word.startsWith("include") || word === "extends" || word === "yield") return meaning("include", word, rest);
  const isInline = word === "section" && rest.includes(",");
  return blocks.has(word) && !isInline ? meaning("open", word, rest) : meaning("other", word, rest);
}

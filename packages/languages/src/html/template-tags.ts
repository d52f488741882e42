import { angularBlocks } from "./angular-blocks.ts";
import type { HtmlDialect } from "./dialect.ts";
import type { TemplateTag } from "./html.ts";
import { phpEnd } from "./php-end.ts";
import { understand } from "./template-words.ts";

/** How a template tag begins, and how it ends. */
interface Delimiters {
  readonly opener: string;
  readonly closer: string;
}

const curly: readonly Delimiters[] = [
  { opener: "{{{{", closer: "}}}}" },
  { opener: "{{!--", closer: "--}}" },
  { opener: "{{{", closer: "}}}" },
  { opener: "{{", closer: "}}" },
  { opener: "{%", closer: "%}" },
  { opener: "{#", closer: "#}" },
];
const angled: readonly Delimiters[] = [
  { opener: "<%", closer: "%>" },
  { opener: "<?", closer: "?>" },
];

/** The longest stretch that is taken for one tag: an opener without its closer must not swallow the page. */
const longest = 20_000;

/** Finds the tags of template engines in markup; text without any of their openers costs a few searches. */
export function templateTags(text: string, dialect: HtmlDialect, path: string): TemplateTag[] {
  const raw: { at: readonly [number, number]; opener: string; inner: string }[] = [];
  if (dialect === "svelte" || dialect === "jsx") braced(text, raw);
  else {
    const openers = [...curly, ...angled].filter(({ opener }) => text.includes(opener));
    if (/<[a-z]+:/i.test(text)) namespaced(text, raw);
    if (openers.length > 0) delimited(text, openers, /\.(?:php|phtml)$/i.test(path), raw);
  }
  raw.sort((a, b) => a.at[0] - b.at[0]);
  const tags = raw.length === 0 && !text.includes("@") ? [] : understand(text, raw, path, dialect);
  if (dialect !== "angular") return tags;
  return [...tags, ...angularBlocks(blanked(text, tags))].sort((a, b) => a.at[0] - b.at[0]);
}

type Raw = { at: readonly [number, number]; opener: string; inner: string }[];

/** Tags with a prefix, JSP's `<c:out value="a"/>`, stand within attribute values too, where their quotes would end the value. */
function namespaced(text: string, found: Raw): void {
  for (const match of text.matchAll(prefixed))
    found.push({ at: [match.index, match.index + match[0].length], opener: "<:", inner: match[0] });
}

/** Matches `<c:if test="a > b">` and `</c:if>`; not `<a href="x:y">`. */
const prefixed = /<\/?[a-z]\w{0,30}:[a-z][\w.-]{0,60}(?:\s(?:"[^"<]{0,500}"|'[^'<]{0,500}'|[^<>"']){0,60})?\/?>/gi;

/** Walks from opener to opener. */
function delimited(text: string, delimiters: readonly Delimiters[], isPhp: boolean, found: Raw): void {
  // an opener behind the last closer of its kind opens nothing, and is not searched for again
  const last = new Map(delimiters.map(({ closer }) => [closer, text.lastIndexOf(closer)]));
  const next = searched(text);
  const php = phpEnds(text);
  let at = 0;
  while (at < text.length) {
    const start = nextOpener(text, at);
    if (start < 0) return;
    const kind = delimiters.find(
      ({ opener, closer }) => text.startsWith(opener, start) && (start < (last.get(closer) ?? -1) || isPhp),
    );
    const end = kind === undefined ? -1 : closes(text, start, kind, { isPhp, next, php });
    if (kind === undefined || end < 0) {
      at = start + 1;
      continue;
    }
    const closed = text.startsWith(kind.closer, end - kind.closer.length);
    const inner = text.slice(start + kind.opener.length, closed ? end - kind.closer.length : end);
    found.push({ at: [start, end], opener: kind.opener, inner });
    at = end;
  }
}

/** The next `{` or `<` that is followed by what makes an opener of it. */
function nextOpener(text: string, from: number): number {
  opener.lastIndex = from;
  return opener.exec(text)?.index ?? -1;
}

/** Matches `{{`, `{%`, `{#`, `<%`, `<?`; not `{ a`, not `<a`. */
const opener = /\{[{%#]|<[%?]/g;

/** Where a text next stands, or -1. */
type Search = (wanted: string, from: number) => number;

/** Remembers what was found: asked from opener to opener, it goes through the page once, however far off a closer is. */
function searched(text: string): Search {
  const known = new Map<string, readonly [from: number, at: number]>();
  return (wanted, from) => {
    const [asked, found] = known.get(wanted) ?? [Infinity, -1];
    if (asked <= from && (found < 0 || from <= found)) return found;
    const at = text.indexOf(wanted, from);
    known.set(wanted, [from, at]);
    return at;
  };
}

/** Where PHP code ends: a page of which so much does not end as PHP does is none, and its tags end at their closers. */
function phpEnds(text: string): (from: number, limit: number) => number {
  let failures = 0;
  return (from, limit) => {
    const end = failures < 100 ? phpEnd(text, from, limit) : -1;
    if (end < 0) failures++;
    return end;
  };
}

/** What is known of the page while its tags are walked. */
interface Known {
  readonly isPhp: boolean;
  readonly next: Search;
  readonly php: ReturnType<typeof phpEnds>;
}

/** Where the tag ends, or -1 where nothing that could be a tag begins. */
function closes(text: string, start: number, { opener, closer }: Delimiters, { isPhp, next, php }: Known): number {
  const from = start + opener.length;
  const limit = opener === "<?" && isPhp ? text.length : from + longest;
  const isCode = opener === "<?" && (isPhp ? !text.startsWith("xml", from) : /^(?:php\b|=)/i.test(text.slice(from, from + 4)));
  const code = isCode ? php(from, limit) : -1;
  if (code >= 0) return code;
  const close = isCode && isPhp ? -1 : next(closer, from);
  if (close < 0 || close > limit) return opener === "<?" && isPhp ? text.length : -1;
  if (opener === "{{{{") return rawBlockEnd(from, next);
  if (opener === "{{" && goComment.test(text.slice(from, from + 20))) return commentEnd(text, from, next);
  const inner = text.slice(from, close);
  if (opener === "{#" && inner.includes("</style")) return -1;
  if (opener.startsWith("{{") && opener !== "{{!--" && (inner.includes("{{") || inner.includes("</script"))) return -1;
  const extra = opener === "{{" && text[close + 2] === "}" ? 1 : 0;
  return close + closer.length + extra;
}

// a comment of Go begins here, which may eat the space before it
const goComment = /^(?:-\s{1,9})?\/\*/;

/** A comment of Go may hold tags: it ends where it says so. */
function commentEnd(text: string, from: number, next: Search): number {
  const end = next("*/", from);
  const close = end < 0 || end > from + longest ? -1 : text.indexOf("}}", end);
  return close < 0 ||
    text
      .slice(end + 2, close)
      .replace("-", "")
      .trim() !== ""
    ? -1
    : close + 2;
}

/** Handlebars' `{{{{raw}}}} … {{{{/raw}}}}` is one tag, since nothing in it is read. */
function rawBlockEnd(from: number, next: Search): number {
  const end = next("{{{{/", from);
  const close = end < 0 || end > from + longest ? -1 : next("}}}}", end);
  return close < 0 ? -1 : close + 4;
}

/** The `{…}` of Svelte, Astro and JSX, with the braces inside them; those of scripts and styles are left alone. */
function braced(text: string, found: Raw): void {
  const raws = rawElements(text);
  let at = 0;
  let next = 0;
  for (let failures = 0; failures < 100;) {
    const start = text.indexOf("{", at);
    if (start < 0) return;
    while ((raws[next]?.[1] ?? Infinity) <= start) next++;
    const raw = (raws[next]?.[0] ?? Infinity) < start ? raws[next] : undefined;
    const end = raw === undefined ? balanced(text, start) : -1;
    if (raw === undefined && end < 0) failures++;
    if (end >= 0) found.push({ at: [start, end], opener: "{", inner: text.slice(start + 1, end - 1) });
    at = raw?.[1] ?? (end < 0 ? start + 1 : end);
  }
}

/** Matches `<script lang="ts">`; not `<scripts>`. */
const rawStart = /<(script|style)\b[^>]{0,500}>/gi;
const rawEnds: ReadonlyMap<string, RegExp> = new Map([
  ["script", /<\/script/gi],
  ["style", /<\/style/gi],
]);

/** Scripts and styles up to their end tags; where none follows, none is looked for again. */
function rawElements(text: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  for (const { index, 0: start, 1: name = "" } of text.matchAll(rawStart)) {
    const end = rawEnds.get(name.toLowerCase());
    if (index < at || end === undefined || unclosed.has(name)) continue;
    end.lastIndex = index + start.length;
    if (end.test(text)) {
      at = end.lastIndex;
      found.push([index, at]);
    } else unclosed.add(name);
  }
  return found;
}

/** The end of the brace that opens here; strings and template literals may hold braces of their own. */
function balanced(text: string, start: number): number {
  let depth = 0;
  const end = Math.min(text.length, start + longest);
  for (let at = start; at < end; at++) {
    const c = text[at];
    if (c === "{") depth++;
    else if (c === "}" && --depth === 0) return at + 1;
    else if (c === '"' || c === "'" || c === "`") {
      const close = text.indexOf(c, at + 1);
      if (close > 0 && close < end && (c === "`" || !text.slice(at, close).includes("\n"))) at = close;
    }
  }
  return -1;
}

/** The text with each tag turned into spaces, so that everything else keeps its place; line breaks stay. */
export function blanked(text: string, tags: readonly { readonly at: readonly [number, number] }[]): string {
  if (tags.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { at } of tags) {
    if (at[0] < from) continue;
    parts.push(text.slice(from, at[0]), blank(text, at));
    from = at[1];
  }
  parts.push(text.slice(from));
  return parts.join("");
}

/** As many spaces; where an attribute has the stretch as its value, the value stays one, and what stands behind it no part of it. */
export function blank(text: string, [start, end]: readonly [number, number]): string {
  const stretch = text.slice(start, end);
  if (text[start - 1] !== "=" || stretch.length < 2) return stretch.replace(/[^\r\n]/g, " ");
  return `x${stretch.slice(1, -1).replace(/[^\r\n]/g, "x")} `;
}

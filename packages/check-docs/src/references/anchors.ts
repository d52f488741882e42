import type { MarkdownTree } from "@failcheck/languages";

/** What `#name` may lead to in a document. */
export interface Anchors {
  /** GitHub looks for the anchor as it is written, then in small letters. */
  has(anchor: string): boolean;
}

/** An anchor written in braces: matches `{#install}`, `{: #install .wide }`; captures `install`. */
const written = /\{:?[^{}\n]{0,100}?#([\w.:-]{1,200})[^{}\n]{0,200}\}/g;

/** A target of MyST: matches the line `(install)=`. */
const target = /^\(([^()\s]{1,200})\)=[ \t]*$/gm;

/** Text that comes in from elsewhere, so that the headings here are not all: includes, generated API pages, components of MDX. */
const included =
  /^[ \t]*(?:--8<--|:::[ \t]+[\w.]|\.\. |\{%-?\s*include|\{\{\s*#?include|\{!|<!--\s*@?include|import\s.+from\s|<[A-Z])/m;

/** Collects what can be linked to in a document. */
export function anchorsOf(tree: MarkdownTree, text: string, lenient: boolean): Anchors {
  const names = new Set<string>(["", "top"]);
  for (const { slug, id } of tree.headings) {
    names.add(slug);
    names.add(trimmed(slug));
    if (id !== undefined) names.add(id);
  }
  for (const { name } of tree.anchors) names.add(name);
  for (const match of [...text.matchAll(written), ...text.matchAll(target)]) names.add(match[1] ?? "");
  const open = included.test(text);
  const loose = new Set(lenient ? [...names].map(letters) : []);
  const isNamed = (anchor: string) => names.has(anchor) || names.has(trimmed(anchor));
  return {
    has: (anchor) =>
      open || isForReaders(anchor) || isNamed(anchor) || isNamed(anchor.toLowerCase()) || loose.has(letters(anchor)),
  };
}

/** Anchors that the host makes: footnotes, lines, text fragments. */
function isForReaders(anchor: string): boolean {
  return /^(?:user-content-|fn|:~:|L\d+)/.test(anchor) || anchor.includes(":~:");
}

/** Emoji leave dashes and variation selectors behind. */
function trimmed(slug: string): string {
  return slug.replaceAll("\uFE0F", "").replace(/^-+|-+$/g, "");
}

/** Generators differ in signs, accents and dashes, not in letters and digits. */
function letters(anchor: string): string {
  return anchor
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/^\d+$/, "");
}

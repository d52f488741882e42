import { braceBlocks } from "./brace-code.ts";
import { type Meaning, meaning } from "./meaning.ts";
import { rubyBlocks } from "./ruby-code.ts";

/** `<% … %>` and `<? … ?>`: code of Ruby, JavaScript or PHP, of which only what opens and closes blocks matters. */
export function codeTags(opener: string, inner: string, isRuby: boolean): readonly Meaning[] {
  if (opener === "<?" ? /^xml\b/i.test(inner) : /^(?:#|%|@|--)/.test(inner)) return [meaning("comment")];
  const isPhp = opener === "<?";
  const written = inner.replace(isPhp ? /^(?:=|php\b)/i : /^[-_=~]+/, "").replace(isPhp ? /$/ : /[-_]$/, "");
  const code = quieted(written, isPhp).trim();
  const blocks = isRuby && !isPhp ? rubyBlocks(code) : braceBlocks(code);
  if (blocks.length > 0) return blocks;
  if (/^(?:include|require|render|partial|get_header|get_footer|yield)\b/.test(code) || /\binclude\(/.test(code))
    return [meaning("include")];
  return [meaning(/^[=-]/.test(inner) ? "output" : "other")];
}

/** Matches `"a }"`, `'b'`, and the comments that JavaScript and PHP share; not `a / b`. */
const quiet =
  /"(?:[^"\\]|\\[^]){0,20000}"|'(?:[^'\\]|\\[^]){0,20000}'|`(?:[^`\\]|\\[^]){0,20000}`|(?<!:)\/\/[^\n]{0,2000}|\/\*[^]{0,20000}?\*\//g;
/** Matches `# a note`; not `#[Pure]`. */
const hashComment = /#(?!\[)[^\n]{0,2000}/g;
/** Matches `<<<HTML` and what follows up to the line of `HTML`; not `1 << 2`. */
const heredoc = /<<<[ \t]{0,9}["']?([A-Za-z_]\w{0,60})["']?\r?\n[^]{0,20000}?\n[ \t]{0,200}\1\b/g;

/** Strings keep their text, which is part of a condition, but lose what could be taken for the end of a statement; comments go. */
function quieted(code: string, isPhp: boolean): string {
  const still = (text: string): string => (/^\/[/*]/.test(text) ? " " : text.replace(/[{}:;()#\n]/g, "_"));
  const calm = (isPhp ? code.replace(heredoc, "''") : code).replace(quiet, still);
  return isPhp ? calm.replace(hashComment, "") : calm;
}

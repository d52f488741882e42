import { linkText } from "./in-links.ts";
import type { Form } from "./leftovers.ts";
import { isNamedOnPurpose, isOfCompiler, isOfSystem, isTalkOfVariables } from "./meant.ts";

/** A name, or a path of names with calls: `user.name`, `t('title')`; not `and`, `1`. */
const namePath = String.raw`[A-Za-z_$@][\w$-]*`;

/** The forms of the tags that engines replace, of the tokens that builds replace, and of both in links. */
export const tagForms: readonly Form[] = [
  {
    hint: "{{",
    kind: "tag",
    pattern: /\{\{\{?(?:[<>][ \t]{0,20}|\s{0,100})[^{}<>\s][^{}\n]{0,500}(?:\r?\n[ \t]{0,100})?\}\}\}?/g,
    keeps: isExpression,
  },
  { hint: "{%", kind: "tag", pattern: /\{%[-+]?\s*[A-Za-z_]\w*\b[^{}\n]{0,500}?[-+]?%\}/g },
  // Jinja's comment `{# later #}`, Blade's `{!! $html !!}`, Template Toolkit's `[% user.name %]`, Mailchimp's `*|FNAME|*`
  { hint: "{#", kind: "tag", pattern: /\{#-?\s[^{}#\n]{1,300}\s-?#\}/g },
  { hint: "{!!", kind: "tag", pattern: /\{!!\s*[^{}\s][^{}\n]{0,300}!!\}/g },
  { hint: "[%", kind: "tag", pattern: /\[%[-+=~]?\s*[A-Za-z_][^[\]%\n]{0,300}%\]/g },
  { hint: "*|", kind: "tag", pattern: /\*\|[A-Z][A-Z0-9_:]{0,60}\|\*/g },
  { hint: "<%", kind: "tag", pattern: /<%[^%][^]{0,500}?%>/g },
  { hint: "<?", kind: "tag", pattern: /<\?(?:php\b|=|\s(?:echo|print|if|foreach|include)\b)(?:[^?]|\?(?!>)){0,2000}(?:\?>)?/gi },
  { hint: "${", kind: "tag", pattern: /\$\{\s*[\p{L}_$][^{}\n]{0,200}\}/gu, keeps: isPlaceholder },
  { hint: "$!{", kind: "tag", pattern: /\$!\{[A-Za-z_][\w.]{0,100}\}/g },
  { hint: "[[", kind: "tag", pattern: /\[\[[^[\]\n]{1,200}\]\]/g, keeps: isDoubleBracket },
  { hint: "#{", kind: "tag", pattern: /#\{\s*@{0,2}[\p{Ll}_][^{}\n]{0,200}\}/gu },
  // Smarty's `{$user.name}`, `{foreach $jobs as $job}` and `{/foreach}`; not TeX's `{$x$}`
  { hint: "{$", kind: "tag", pattern: /\{\$[A-Za-z_](?:[\w.:|'"[\]@]|->|\\"){0,100}\}/g },
  {
    hint: "$",
    kind: "tag",
    pattern: /\{(?:if|elseif|foreach|include|assign|section)\s[^{}\n$]{0,100}\$[A-Za-z_][^{}\n]{0,100}\}/g,
  },
  { hint: "{/", kind: "tag", pattern: /\{\/(?:if|foreach|section|capture|block)\}/g },
  // FreeMarker's `<#if a>` and `<@page>`, Velocity's `#foreach($a in $b)`
  {
    hint: "<#",
    kind: "tag",
    pattern: /<\/?#(?:if|else|elseif|list|assign|include|import|macro|switch|case|items|sep)\b[^<>\n]{0,200}>/g,
  },
  { hint: "<@", kind: "tag", pattern: /<@[a-z][\w.]{0,60}(?:\s[^<>\n]{0,200})?\/?>/g },
  {
    hint: "#",
    kind: "tag",
    pattern: /(?<![\w&#])#(?:if|elseif|foreach|set|parse|include)\s?\(\s?["']?[$!][A-Za-z!][^()\n]{0,200}\)/g,
  },
  // Razor's `@Model.Name`, Blade's `@yield('body')`, `@if ($a)`, `@endif`; not the style sheet's `@include`, not an address
  {
    hint: "@",
    kind: "tag",
    pattern: /(?<![\w@.])@(?:Model|Html|ViewBag|ViewData|Url)\.[A-Za-z]\w{0,60}(?:\([^()\n]{0,200}\))?/g,
  },
  {
    hint: "@",
    kind: "tag",
    pattern: /(?<![\w@.])@(?:yield|include|section|extends|lang|stack|push|component)\(\s?["'][^()\n]{1,200}\)/g,
  },
  {
    hint: "@",
    kind: "tag",
    pattern: /(?<![\w@.])@(?:if|elseif|foreach|for|unless|isset|empty|forelse)\s?\(\s?!?\$[^()\n]{1,200}\)/g,
  },
  {
    hint: "@end",
    kind: "tag",
    pattern: /(?<![\w@.])@end(?:if|foreach|for|forelse|section|unless|isset|empty|auth|guest|php|push)\b(?![(.])/g,
  },
  { hint: "@{", kind: "link", pattern: /(?<=["'])[@*~]\{[^{}"'<>]{1,200}\}/g },
  {
    hint: "__",
    kind: "token",
    pattern: /(?<![\w$](?<![^\w$-]v))__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__(?!\w)/g,
    keeps: isUnderscored,
  },
  { hint: "%%", kind: "token", pattern: /(?<![\w%])%%[A-Za-z][\w.-]{0,60}%%(?![\w%])/g },
  { hint: "%%", kind: "token", pattern: /(?<=[A-Za-z])%%[A-Z][A-Z0-9_]{1,60}%%(?![\w%])/g },
  // `%FIRST_NAME%`; neither `%E2%`, `100%OFF%` nor a variable of Windows
  {
    hint: "%",
    kind: "token",
    pattern: /(?<![\w%\\])%(?![0-9A-F]{2}[\d%])[A-Z]{3}[A-Z0-9]*(?:_[A-Z0-9]+){0,6}%(?![\w%\\])/g,
    keeps: isToken,
  },
  { hint: "@@", kind: "token", pattern: /(?<![\w@])@@[A-Z][A-Z0-9_]{1,60}@@(?![\w@])/g },
  { hint: "@project.", kind: "token", pattern: /(?<![\w@])@project\.[a-z][\w.]{1,60}@(?![\w@])/g },
  { hint: "%7B%7B", kind: "link", pattern: /%7B%7B[^"'<>\s]{1,300}?%7D%7D/gi, keeps: decoded(isExpression) },
  { hint: "%7B%25", kind: "link", pattern: /%7B%25[^"'<>\s]{1,300}?%25%7D/gi },
  { hint: "%3C%25", kind: "link", pattern: /%3C%25[^"'<>\s]{1,300}?%25%3E/gi },
  { hint: "%3C?", kind: "link", pattern: /%3C\?(?:php|=)[^"'<>\s]{1,300}/gi },
  { hint: "%3C%3F", kind: "link", pattern: /%3C%3F(?:php|=|%3D)[^"'<>\s]{1,300}/gi },
  { hint: "$%7B", kind: "link", pattern: /\$%7B[^"'<>\s]{1,300}?%7D/gi },
  { hint: "%24%7B", kind: "link", pattern: /%24%7B[^"'<>\s]{1,300}?%7D/gi },
  { hint: "%23%7B", kind: "link", pattern: /%23%7B[^"'<>\s]{1,300}?%7D/gi },
  { hint: "%5B%5B", kind: "link", pattern: /%5B%5B[^"'<>\s]{1,300}?%5D%5D/gi, keeps: decoded(isDoubleBracket) },
  { hint: "%25%25", kind: "link", pattern: /%25%25[A-Za-z][A-Za-z0-9_]{1,60}%25%25/g },
  { hint: "%5Bobject", kind: "link", pattern: /%5Bobject(?:%20|\+)[A-Z][A-Za-z]{1,60}%5D/gi },
  { hint: "[object ", kind: "tag", pattern: /\[object [A-Z][A-Za-z]*\]/g },
  // what Python says of an object that has no text of its own: `<User object at 0x7f3c2b10>`
  {
    hint: " at 0x",
    kind: "tag",
    pattern:
      /&lt;(?:bound method|built-in (?:method|function)|function|generator object|[\w.]{1,80} object)\b[^&<>\n]{0,200} at 0x[\da-f]{4,16}&gt;/g,
  },
];

/** Something to be computed stands between the braces, and no formula does. */
function isExpression(match: RegExpExecArray, text: string): boolean {
  const inner = match[0].replace(/^\{+|\}+$/g, "").trim();
  if (!/\p{L}/u.test(inner) || /^(?:and|or|to|as|with|,)$/i.test(inner) || inner.includes("</")) return false;
  if (/[\\^_]/.test(text[match.index - 1] ?? "") || inner.includes("\\")) return false;
  return !texCommand.test(text.slice(Math.max(0, match.index - 60), match.index));
}

/** Matches `\frac` and `\frac{{a}}`, whose arguments stand in braces; not `a \ `. */
const texCommand = /\\[a-zA-Z]{1,20}(?:\{{1,2}[^{}\n]{0,40}\}{1,2}){0,2}$/;

/** `${name}` and `${user.name}`, but not the shell's `${HOME}` or `${x:-y}`. */
function isPlaceholder(match: RegExpExecArray, text: string): boolean {
  const inner = match[0].slice(2, -1).trim();
  if (/^\w+[:#%/]/.test(inner) || inner.includes("</")) return false;
  return !/^[A-Z][A-Z0-9_]*$/.test(inner) || (inner.length > 1 && isToken(match, text));
}

/** A name in capitals that is no variable of a system or shell, in a text that does not talk of such. */
function isToken(match: RegExpExecArray, text: string): boolean {
  const name = match[0].replace(/^\W+|\W+$/g, "");
  return !isOfSystem(name) && !isTalkOfVariables(text, match.index, match.index + match[0].length);
}

/** A name between underscores that no compiler has, and that the text does not name on purpose. */
function isUnderscored(match: RegExpExecArray, text: string): boolean {
  return (
    !isOfCompiler(match[0].slice(2, -2), text, match.index) && !isNamedOnPurpose(text, match.index, match.index + match[0].length)
  );
}

/** Asks of a tag in a link what is asked of the tag that it stands for. */
function decoded(keeps: (match: RegExpExecArray, text: string) => boolean) {
  return (match: RegExpExecArray): boolean => {
    const plain = /^[^]*$/.exec(linkText(match[0]));
    return plain !== null && keeps(plain, plain[0]);
  };
}

const doubleBracket = new RegExp(
  String.raw`^\[\[(?:\s+${namePath}(?:\.${namePath})*\s+|\s*${namePath}(?:\.${namePath})+\s*|\s*(?![A-Z])${namePath}(?:\.${namePath})*\s*(?:\|\s*[a-z_]\w*\s*(?:[(:].*)?|\(.*))\]\]$`,
);
/** Matches `[[user_name]]` and `[[firstName]]`; not a wiki's `[[Main_Page]]`, the attribute `[[nodiscard]]`. */
const bracketName =
  /^\[\[(?!no_unique_address|maybe_unused|carries_dependency)[a-z][a-z0-9]*(?:(?:_[a-z0-9]+)+|(?:[A-Z][a-z0-9]*)+)\]\]$/;

/** `[[ name ]]`, `[[user.name]]`, `[[price|currency]]`; not a wiki's `[[Page]]` or the shell's `[[ -f x ]]`. */
function isDoubleBracket(match: RegExpExecArray): boolean {
  return doubleBracket.test(match[0]) || bracketName.test(match[0]);
}

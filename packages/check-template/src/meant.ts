/** What C, PHP and Python themselves call by such names, and what frameworks put into pages on purpose. */
const compilers =
  /^(?:FILE|LINE|FUNCTION|FUNC|METHOD|CLASS|DIR|NAMESPACE|TRAIT|STDC|GNUC|COUNTER|END|DATA|PYVENV_LAUNCHER|VA_ARGS|VA_OPT|DEV|NEXT_DATA|NUXT|INITIAL_STATE|APOLLO_STATE|PRELOADED_STATE|REACT_DEVTOOLS_GLOBAL_HOOK)$/;

/** Variables that shells and systems have by these names, and by these endings. */
const systems =
  /^(?:HOME|PATH|USER|LOGNAME|PWD|OLDPWD|SHELL|TERM|LANG|LC_[A-Z]+|TMP|TEMP|TMPDIR|EDITOR|VISUAL|PAGER|DISPLAY|HOSTNAME|IFS|UID|EUID|PPID|RANDOM|SECONDS|LINENO|BASH_[A-Z]+|XDG_[A-Z_]+|CFLAGS|LDFLAGS|DESTDIR|APPDATA|LOCALAPPDATA|USERPROFILE|SYSTEMROOT|SYSTEMDRIVE|WINDIR|PROGRAMFILES|PROGRAMDATA|HOMEPATH|HOMEDRIVE|COMSPEC|COMPUTERNAME|ALLUSERSPROFILE|PATHEXT|ERRORLEVEL|USERDOMAIN|LOGONSERVER|(?:REMOTE|HTTP|SERVER|REQUEST|QUERY|SCRIPT|GIT_COMMITTER|GIT_AUTHOR)_[A-Z_]+|[A-Z_]+_(?:HOME|PATH|DIR|ROOT|FLAGS|PREFIX|LIB|EDITOR|ARCHITECTURE))$/;

/** What C has by such names, and builds replace as well. */
const buildsToo = /^(?:VERSION|DATE|TIME|TIMESTAMP)$/;
/** Others of C's and Python's names, which a page about them has beside those. */
const beside = /\b__(?:FILE|LINE|FUNCTION|STDC\w{0,30}|GNUC\w{0,30}|func|name|init|main|file)__(?!\w)/;

/** How far around a name its page is asked what it is about. */
const near = 5000;

/** Whether a page spells out `__NAME__` because a language or a framework has it. */
export const isOfCompiler = (name: string, text: string, at: number): boolean =>
  compilers.test(name) || (buildsToo.test(name) && beside.test(text.slice(Math.max(0, at - near), at + near)));

/** Whether pages spell out `${NAME}` or `%NAME%` because a shell or a system has it. */
export const isOfSystem = (name: string): boolean => systems.test(name);

/** Words of a text about variables themselves. */
const talk =
  /\b(?:environment|env|variables?|export|shell|bash|batch|cmd|expand(?:s|ed)?|expansion|substitut\w{0,6}|placeholders?|macros?|tokens?|configure|unset|printenv|syntax|notation)\b/i;

/** Matches the start of a tag that begins or ends a paragraph, a cell or an item. */
const block = /<\/?(?:p|li|dt|dd|td|th|tr|div|h[1-6]|ul|ol|dl|table|title|head|body|section|article|figcaption|pre|br|option)\b/i;

/** Whether the sentence around a place is about variables, so that it names one on purpose. */
export function isTalkOfVariables(text: string, from: number, to: number): boolean {
  const before =
    text
      .slice(Math.max(0, from - 160), from)
      .split(block)
      .at(-1) ?? "";
  const [behind = ""] = text.slice(to, to + 80).split(block, 1);
  return (
    talk.test(before.slice(before.lastIndexOf("\n\n") + 1).replace(/<[^<>]*>/g, " ")) ||
    talk.test(behind.replace(/<[^<>]*>/g, " "))
  );
}

/** What a sentence calls a name that it is about, and what it may call what the name stands for, too. */
const surely =
  "patterns?|constants?|flags?|keywords?|symbols?|strings?|markers?|macros?|variables?|directives?|identifiers?|placeholders?";
const perhaps = `${surely}|lines?|values?|names?|words?|attributes?|property|keys?|functions?|methods?|fields?|options?|entry|entries`;

/** Matches `the macro `, `is called `, `"` at the end; not `Welcome to the `. */
const before = (nouns: string) =>
  new RegExp(String.raw`(?:\b(?:${nouns}|called|named|spelled|written as|#define)\s+["'“‘«]?|["“‘«])$`, "i");
/** Matches ` as the pattern`, ` macro is` and `"` at the start; not ` costs`. */
const behind = (nouns: string) =>
  new RegExp(
    String.raw`^(?:["”»]|\s+(?:as\s+(?:an?|the|its)\s+)?(?:${nouns}|expands? to|evaluates? to|stands for|is replaced|is defined)(?![\p{L}\d]))`,
    "iu",
  );
const [surelyBefore, surelyBehind, perhapsBefore, perhapsBehind] = [
  before(surely),
  behind(surely),
  before(perhaps),
  behind(perhaps),
];

/**
 * Whether the sentence around `__NAME__` is about the name: "the macro `__NAME__`". Where the page shows the name as code too,
 * vaguer words do: "the `__NAME__` line".
 */
export function isNamedOnPurpose(text: string, from: number, to: number): boolean {
  const [said, says] = [text.slice(Math.max(0, from - near), from), text.slice(to, to + 60)];
  if (said.lastIndexOf("<") > said.lastIndexOf(">")) return false;
  const last = said.slice(-60);
  if (surelyBefore.test(last) || surelyBehind.test(says) || isTalkOfVariables(text, from, to)) return true;
  return (perhapsBefore.test(last) || perhapsBehind.test(says)) && isShownAsCode(text, text.slice(from, to));
}

/** Of the places where a name stands, more than these are not looked at. */
const mostPlaces = 20;

/** Whether the page shows the name in an element for code as well. */
function isShownAsCode(text: string, name: string): boolean {
  let at = text.indexOf(name);
  for (let count = 0; at >= 0 && count < mostPlaces; count++) {
    const tags = text.slice(Math.max(0, at - near), at).match(codeTag);
    if (tags !== null && !tags[tags.length - 1]?.startsWith("</")) return true;
    at = text.indexOf(name, at + name.length);
  }
  return false;
}

/** Matches `<pre` and `</code`. */
const codeTag = /<\/?(?:pre|code|kbd|samp|tt|listing|xmp)\b/gi;

/** What a pattern may hold besides text, once its ends are cut off: a dot that stands for itself, and anything. */
const plain = /^(?:[\w/ @+-]|\\[./-]|\.\*\??)*$/;

/** A group without groups in it, and what may be left out: `(?:a|b)?`; a single character that may be left out: `e?`. */
const choice = /\((?:\?:)?([^()?*+[\]{}]*(?:\.\*[^()?*+[\]{}]*)?)\)(\?)?|((?:\\.|[\w/-]))\?/;
const mostAlternatives = 64;

/** The patterns that a pattern with choices stands for; itself where it has none, or too many. */
function alternatives(pattern: string): readonly string[] {
  let all: readonly string[] = [pattern];
  while (all.length < mostAlternatives && all.some((one) => choice.test(one))) {
    all = all.flatMap((one) => {
      const found = choice.exec(one);
      if (found === null) return [one];
      const [whole, group, optional, character = ""] = found;
      const texts = group === undefined ? [character, ""] : [...group.split("|"), ...(optional === undefined ? [] : [""])];
      return texts.map((text) => one.slice(0, found.index) + text + one.slice(found.index + whole.length));
    });
  }
  return all;
}

/** The globs that match what a regular expression over paths matches; undefined where no glob does. */
export function globsOf(pattern: string): readonly string[] | undefined {
  const parts = alternatives(pattern.replaceAll("(.*?)", ".*"));
  if (parts.length > 1) {
    const found = parts.map(globsOf);
    return found.some((part) => part === undefined) ? undefined : [...new Set(found.flatMap((part) => part ?? []))];
  }
  const whole = parts[0] ?? pattern;
  const isStart = whole.startsWith("^");
  const isEnd = whole.endsWith("$") && !whole.endsWith("\\$");
  const text = whole.slice(isStart ? 1 : 0, isEnd ? -1 : undefined).replaceAll("(.*?)", ".*");
  if (text === "" || !plain.test(text)) return undefined;
  const glob = text.replace(/\.\*\??/g, "**").replace(/\\(.)/g, "$1");
  const from = isStart ? glob : `**${glob}`;
  return [`${from}${isEnd ? "" : "**"}`.replace(/\*{3,}/g, "**")].map(asGlob);
}

/** `**` beside other characters means `*` to a glob: the folders before and after are patterns of their own. */
function asGlob(glob: string): string {
  const opened = glob.startsWith("**") && !glob.startsWith("**/") ? `**/*${glob.slice(2)}` : glob;
  const closed = opened.endsWith("/**") || !opened.endsWith("**") ? opened : `${opened.slice(0, -2)}*`;
  return closed
    .replace(/\/\*\*(?=[^/])/g, "/**/*")
    .replace(/([^/*])\*\*(?=[^/])/g, "$1*")
    .replace("**/*/", "**/");
}

/** What a pattern may hold besides text, once its ends are cut off: a dot that stands for itself, and anything. */
const plain = /^(?:[\w/ @+-]|\\[./-]|\.\*\??)*$/;

/** The globs that match what a regular expression over paths matches; undefined where no glob does. */
export function globsOf(pattern: string): readonly string[] | undefined {
  const alternatives = /^([^()|]*)\(\?*:?([^()]*)\)([^()|]*)$/.exec(pattern.replaceAll("(.*?)", ".*"));
  if (alternatives) {
    const [, before = "", within = "", after = ""] = alternatives;
    const parts = within.split("|").map((one) => globsOf(before + one + after));
    return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  const whole = pattern.replace(/^\(\?i\)/, "");
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

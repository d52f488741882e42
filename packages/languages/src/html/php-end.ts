/** Where PHP code that begins here ends: behind its `?>`, or -1 where none comes before the limit. One in a string ends nothing. */
export function phpEnd(page: string, from: number, limit: number): number {
  const text = page.slice(0, limit);
  for (let at = from; at < limit;) {
    mark.lastIndex = at;
    const match = mark.exec(text);
    if (match === null) return -1;
    if (match[0] === "?>") return mark.lastIndex;
    const end = endOf(text, match[0], match[1], mark.lastIndex);
    if (end < 0) return -1;
    at = end;
  }
  return -1;
}

/** Matches `?>`, quotes, the starts of comments, and `<<<HTML`; not an attribute's `#[`. */
const mark = /\?>|["'`]|\/\/|\/\*|#(?!\[)|<<<[ \t]{0,9}["']?([A-Za-z_]\w{0,60})["']?(?=\r?\n)/g;

/** Where the string or comment that begins with this mark ends. */
function endOf(text: string, opener: string, label: string | undefined, from: number): number {
  if (label !== undefined) return heredocEnd(text, label, from);
  if (opener === "/*") {
    const close = text.indexOf("*/", from);
    return close < 0 ? -1 : close + 2;
  }
  return opener === "//" || opener === "#" ? lineEnd(text, from) : stringEnd(text, opener, from);
}

/** A comment of one line ends with the line, or before the `?>` on it. */
function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  const end = newline < 0 ? text.length : newline;
  const close = text.slice(from, end).indexOf("?>");
  return close < 0 ? end : from + close;
}

function stringEnd(text: string, quote: string, from: number): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

/** Behind the line that holds nothing but the label, and what may follow it. */
function heredocEnd(text: string, label: string, from: number): number {
  for (let at = text.indexOf(label, from); at >= 0; at = text.indexOf(label, at + 1)) {
    const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
    const isWhole = !/\w/.test(text[at + label.length] ?? "");
    if (isWhole && line.trim() === "") return at + label.length;
  }
  return -1;
}

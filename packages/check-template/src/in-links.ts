/** What an address says, with its percent escapes resolved and `+` for a space: `{{ a }}` of `%7B%7B+a+%7D%7D`. */
export function linkText(address: string): string {
  const spaced = address.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    // an escape that is none: the others still say what they are
    return spaced.replace(/%[0-7][\dA-F]/gi, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
  }
}

/** Names of queries that hold a program by themselves. */
const programName = /[?&#;](?:code|source|snippet|program|script)=$/i;

/** Matches where a line ends as those of programs do, and a call that something follows: `main() {`, `f(x);`; not `Hi (you),`. */
const programLine = /[;{}]\s{0,20}(?:\n|$)|\w\([^()\n]{0,200}\)\s?[;{]|\w!?\(\s?["'`]/;

/** Whether a place in an address stands in a program, as in a link to where it can be tried: `?code=fn%20main…`. */
export function isInProgram(address: string, from: number, to: number): boolean {
  const start = Math.max(...["?", "&", "#"].map((sign) => address.lastIndexOf(sign, from)));
  if (start < 0) return false;
  const equals = address.indexOf("=", start) + 1;
  if (equals === 0 || equals > from) return false;
  if (programName.test(address.slice(start, equals))) return true;
  const end = address.indexOf("&", to);
  const around = `${address.slice(equals, from)}_${address.slice(to, end < 0 ? undefined : end)}`;
  return programLine.test(linkText(around).replace(otherTags, "_"));
}

/** Matches `{{ a }}` and `{% if b %}`: the further tags of a text that is sent. */
const otherTags = /\{\{[^{}]{1,300}\}\}|\{%[^{}]{1,300}%\}|\$\{[^{}]{1,300}\}/g;

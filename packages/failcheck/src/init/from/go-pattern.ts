/** A Go pattern that JavaScript cannot say: the reason, as the end of a sentence. */
export interface Unsaid {
  readonly why: string;
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly manyLines: boolean;
  readonly dotAll: boolean;
}

/** What Go's classes in `[[:name:]]` hold. */
const named: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7f",
  blank: "\\t ",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

/** Control characters by Go's escape: JavaScript has no `\a`. */
const controls: Readonly<Record<string, string>> = { a: "\\x07", f: "\\f", t: "\\t", n: "\\n", r: "\\r", v: "\\v" };

/** White space as Go has it: of ASCII, and without the vertical tab. */
const white = "\\t\\n\\f\\r ";

/**
 * A pattern of Go's regexp package as one of JavaScript with the `u` flag, which matches the same texts: flags within the pattern
 * are written out (`a(?i)b` becomes `a[Bb]`), `\z`, `\A`, `[[:alnum:]]`, `\Q…\E`, `(?P<n>…)` and `\x{…}` in JavaScript's words.
 * Letters beyond ASCII that fold to ASCII ones are left out. The flags before all of it are returned, not written out.
 */
export function fromGo(pattern: string): { readonly pattern: string; readonly ignoreCase: boolean } | Unsaid {
  const lead = /^\(\?i\)/.exec(pattern)?.[0] ?? "";
  const rest = pattern.slice(lead.length);
  // Written out where part of it takes case seriously again.
  const isWhole = lead !== "" && !/\(\?[a-z]{0,4}-[a-z]{0,3}i/.test(rest);
  const writer = write(rest, { ignoreCase: lead !== "" && !isWhole, manyLines: false, dotAll: false });
  return "why" in writer ? writer : { pattern: writer.text, ignoreCase: isWhole };
}

function write(pattern: string, first: Flags): { readonly text: string } | Unsaid {
  const outer: Flags[] = [];
  const names = new Set<string>();
  let flags = first;
  let text = "";
  let at = 0;
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    if (character === "(") {
      const opened = open(pattern, at, flags, names);
      if ("why" in opened) return opened;
      if (opened.isGroup) outer.push(flags);
      flags = opened.flags;
      text += opened.text;
      at = opened.end;
      continue;
    }
    if (character === ")") {
      flags = outer.pop() ?? first;
      text += ")";
      at += 1;
      continue;
    }
    const atom = character === "[" ? classAt(pattern, at, flags) : atomAt(pattern, at, flags);
    if ("why" in atom) return atom;
    text += atom.text;
    at = atom.end;
  }
  return { text };
}

/** `(`, `(?:`, `(?P<n>`, `(?i)`, `(?i-s:`: what is written for it, and the flags from there on. */
function open(pattern: string, at: number, flags: Flags, names: Set<string>) {
  const group = /^\(\?P?<(\w{1,60})>/.exec(pattern.slice(at, at + 64));
  if (group) {
    const [whole, name = ""] = group;
    // JavaScript has no second group of one name.
    const opening = names.has(name) || /^\d/.test(name) ? "(" : `(?<${name}>`;
    names.add(name);
    return { text: opening, end: at + whole.length, flags, isGroup: true };
  }
  if (pattern[at + 1] !== "?") return { text: "(", end: at + 1, flags, isGroup: true };
  const [whole, on = "", off = "", end] = /^\(\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(pattern.slice(at)) ?? [];
  if (whole === undefined) return { why: `${pattern.slice(at, at + 4)} is no group of Go's` };
  if (on.includes("U")) return { why: "its flag U swaps lazy and greedy, which JavaScript has no word for" };
  const has = (flag: string, before: boolean) => (on.includes(flag) ? true : off.includes(flag) ? false : before);
  const next = {
    ignoreCase: has("i", flags.ignoreCase),
    manyLines: has("m", flags.manyLines),
    dotAll: has("s", flags.dotAll),
  };
  return { text: end === ":" ? "(?:" : "", end: at + whole.length, flags: next, isGroup: end === ":" };
}

type Atom = { readonly text: string; readonly end: number } | Unsaid;

function atomAt(pattern: string, at: number, { ignoreCase, manyLines, dotAll }: Flags): Atom {
  const character = pattern.charAt(at);
  if (character === "\\") return escapeAt(pattern, at, ignoreCase);
  if (character === ".") return { text: dotAll ? "[\\s\\S]" : "[^\\n]", end: at + 1 };
  if (character === "^") return { text: manyLines ? "(?<![^\\n])" : "^", end: at + 1 };
  if (character === "$") return { text: manyLines ? "(?![^\\n])" : "$", end: at + 1 };
  const count = /^\{\d{1,4}(?:,\d{0,4})?\}/.exec(pattern.slice(at, at + 12))?.[0];
  if (count !== undefined) return { text: count, end: at + count.length };
  if ("*+?|".includes(character)) return { text: character, end: at + 1 };
  const point = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
  return { text: literal(point, ignoreCase), end: at + point.length };
}

function escapeAt(pattern: string, at: number, ignoreCase: boolean): Atom {
  const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(pattern.slice(at));
  if (quoted) {
    const text = Array.from(quoted[1] ?? "", (character) => literal(character, ignoreCase)).join("");
    return { text, end: at + quoted[0].length };
  }
  const next = pattern.charAt(at + 1);
  if (next === "A") return { text: "^", end: at + 2 };
  if (next === "z") return { text: "$", end: at + 2 };
  if (next === "C") return { why: "\\C is one byte, and JavaScript matches characters" };
  if (next === "s" || next === "S") return { text: next === "s" ? `[${white}]` : `[^${white}]`, end: at + 2 };
  if ("bBdDwW".includes(next)) return { text: `\\${next}`, end: at + 2 };
  const point = pointAt(pattern, at);
  if ("set" in point) return { text: point.set, end: point.end };
  return "why" in point ? point : { text: literal(point.character, ignoreCase), end: point.end };
}

type Point = { readonly character: string; readonly end: number } | { readonly set: string; readonly end: number } | Unsaid;

/** The character, or the set of Unicode, that an escape stands for. */
function pointAt(pattern: string, at: number): Point {
  const text = pattern.slice(at, at + 44);
  const [hexEscape, digits = "", braced = ""] = /^\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/.exec(text) ?? [];
  if (hexEscape !== undefined)
    return { character: String.fromCodePoint(parseInt(digits || braced, 16)), end: at + hexEscape.length };
  const octal = /^\\(0[0-7]{0,2}|[1-7][0-7]{2})/.exec(text);
  if (octal) return { character: String.fromCodePoint(parseInt(octal[1] ?? "", 8)), end: at + octal[0].length };
  const set = /^\\([pP])(?:\{(\^?)(\w{1,40})\}|([A-Z]))/.exec(text);
  if (set) {
    const [whole, letter = "p", negated = "", long = "", short = ""] = set;
    const name = long.length > 2 ? `Script=${long}` : long || short;
    return { set: `\\${(letter === "P") === (negated === "") ? "P" : "p"}{${name}}`, end: at + whole.length };
  }
  const next = pattern.charAt(at + 1);
  const control = controls[next];
  if (control !== undefined) return { set: control, end: at + 2 };
  if (next === "" || /[0-9A-Za-z]/.test(next)) return { why: `\\${next} is no escape of Go's` };
  return { character: next, end: at + 2 };
}

/** Classes with what is not white space, which is a set of its own in Go. */
const wholeClasses: readonly (readonly [string, string])[] = [
  ["[\\S]", `[^${white}]`],
  ["[\\s\\S]", "[\\s\\S]"],
  ["[\\S\\s]", "[\\s\\S]"],
];

/** `[…]`, whose `]` may stand first in Go, and whose `-` anywhere. */
function classAt(pattern: string, from: number, { ignoreCase }: Flags): Atom {
  const known = wholeClasses.find(([go]) => pattern.startsWith(go, from));
  if (known) return { text: known[1], end: from + known[0].length };
  const isNegated = pattern[from + 1] === "^";
  let at = from + (isNegated ? 2 : 1);
  const start = at;
  let text = "";
  while (at < pattern.length && (pattern[at] !== "]" || at === start)) {
    const first = memberAt(pattern, at);
    if ("why" in first) return first;
    at = first.end;
    if ("set" in first) {
      text += first.set;
      continue;
    }
    const last = pattern[at] === "-" && pattern[at + 1] !== "]" && at + 1 < pattern.length ? memberAt(pattern, at + 1) : first;
    if ("why" in last) return last;
    if ("set" in last) {
      text += member(first.character, first.character, ignoreCase);
      continue;
    }
    at = last.end;
    text += member(first.character, last.character, ignoreCase);
  }
  if (at >= pattern.length) return { why: "one of its classes is not closed" };
  return { text: `[${isNegated ? "^" : ""}${text}]`, end: at + 1 };
}

function memberAt(pattern: string, at: number): Point {
  const posix = /^\[:(\^?)(\w{1,10}):\]/.exec(pattern.slice(at, at + 16));
  if (posix) {
    const set = named[posix[2] ?? ""];
    if (set === undefined || posix[1] === "^") return { why: `${posix[0]} has no word in JavaScript` };
    return { set, end: at + posix[0].length };
  }
  if (pattern[at] !== "\\") {
    const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    return { character, end: at + character.length };
  }
  const next = pattern.charAt(at + 1);
  if (next === "s") return { set: white, end: at + 2 };
  if (next === "S") return { why: "\\S within a class has no word in JavaScript" };
  return "dDwW".includes(next) ? { set: `\\${next}`, end: at + 2 } : pointAt(pattern, at);
}

/** A range of a class, with the other case of its letters where case is ignored. */
function member(first: string, last: string, ignoreCase: boolean): string {
  const range = first === last ? escaped(first, true) : `${escaped(first, true)}-${escaped(last, true)}`;
  if (!ignoreCase) return range;
  const both = [
    ["a", "z", -32],
    ["A", "Z", 32],
  ] as const;
  const others = both.flatMap(([least, most, shift]) => {
    const from = Math.max(first.codePointAt(0) ?? 0, least.charCodeAt(0));
    const to = Math.min(last.codePointAt(0) ?? 0, most.charCodeAt(0));
    if (from > to) return [];
    const [one, other] = [String.fromCharCode(from + shift), String.fromCharCode(to + shift)];
    return [from === to ? one : `${one}-${other}`];
  });
  return [range, ...others].join("");
}

function literal(character: string, ignoreCase: boolean): string {
  if (!ignoreCase || !/^[A-Za-z]$/.test(character)) return escaped(character, false);
  return `[${character.toUpperCase()}${character.toLowerCase()}]`;
}

/** A character that stands for itself; `-` means something in a class only. */
function escaped(character: string, isInClass: boolean): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 32 || code === 127) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (isInClass) return /^[-\]\\^[]$/.test(character) ? `\\${character}` : character;
  return /^[\^$\\.*+?()[\]{}|/]$/.test(character) ? `\\${character}` : character;
}

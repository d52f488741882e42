import { type Meaning, meaningOf } from "../value/name.ts";
import { isMachineMade, isSecret, isStrongPassword } from "../value/value.ts";
import { startOfName } from "./assignment.ts";
import { isPin } from "./lock-file.ts";
import type { Candidate } from "./candidate.ts";
import { isSchema } from "./shown.ts";
import { shownOf } from "./url.ts";

/** What stands between the rest of a name and the bracket that opens a list: `: string[] = [`, ` = %w[`, `": {`, `" {`; not `(`. */
const opening =
  /[\w.-]{0,40}(?:\[\d{0,4}\])?["'\])]{0,3}[ \t]{0,8}(?:(?::[ \t]{0,4}[\w<>[\], ]{1,40})?(?::=|=>|=|:)[ \t\r\n]{0,8}(?:new [\w[\]]{1,30} ?|(?:List|Set|Arrays)\.\w{2,6}|\[\]\w{1,12}|String\.fromCharCode|bytes(?:array)?\(?|Buffer\.from\(|new Uint8Array\(|&?vec!|%[wi])?[ \t]{0,2}([[({])|(?<=") (\{))/y;

const closers: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };

/** A string of a list; one that a colon follows is the name of the next. */
const element = /(["'`])((?:(?!\1)[^\\\n]){6,200})\1(?!\s{0,8}(?::|=>?))/g;
const bareWord = /[^\s\])}]{8,200}/g;
/** What holds the value in a map that describes a secret: `"value": "x"`, `defaultValue: 'x'`; not `"default": "x"`, as schemas have it. */
const holder =
  /(?:^|[\s{,"'])(?:(?:default_?|plain_?|string_?|secret_?)?value|plain_?text|val)["']?\s{0,4}(?:=>|[:=])\s{0,4}(?<q>["'])(?<s>[^"'\n]{6,400})\k<q>/i;

/** Bytes one by one: `0x37, 0xac, …`, at least twelve, or `55, 172, …`, at least sixteen. */
const bytes =
  /^\s{0,8}(?:(?:0x[0-9a-f]{1,2}\s{0,8},\s{0,8}){11,64}0x[0-9a-f]{1,2}|(?:-?\d{1,3}\s{0,8},\s{0,8}){15,63}-?\d{1,3}(?=\s{0,8},?\s{0,8}[\])}]|$))/i;

const reach = 1500;

/** The secrets in the list that is given to a name: `API_KEYS = ["…", "…"]`, `passwords: {app: "…"}`, a sequence or a nested scalar of YAML. */
export function* listedAt(text: string, nameStart: number, keywordEnd: number, path: string): Generator<Candidate> {
  opening.lastIndex = keywordEnd;
  const found = opening.exec(text);
  if (found === null && !/\.ya?ml$/i.test(path)) return;
  const name =
    text.slice(startOfName(text, nameStart), keywordEnd) +
    (/^[\w.-]{0,40}/.exec(text.slice(keywordEnd, keywordEnd + 40))?.[0] ?? "");
  const meaning = meaningOf(name);
  if (meaning === undefined) return;
  if (found === null) {
    yield* nested(text, keywordEnd, name, meaning);
    return;
  }
  const from = opening.lastIndex;
  const body = text.slice(from, from + reach);
  const close = body.indexOf(closers[found[1] ?? found[2] ?? ""] ?? "]");
  const inside = close < 0 ? body : body.slice(0, close);
  if (isSchema(inside)) return;
  const spelt = speltOut(inside);
  if (spelt !== undefined) {
    const isFound = isSecret(spelt, meaning, true) && (meaning === "key" || isStrongPassword(spelt));
    if (isFound) yield candidate(name, inside.trim(), from + inside.search(/\S/), meaning);
    return;
  }
  const array = bytes.exec(inside)?.[0];
  if (array !== undefined) {
    if (meaning === "key" && isKeyOfBytes(name, array)) yield candidate(name, array.trim(), from + array.search(/\S/), meaning);
    return;
  }
  if (text[from - 1] === "{" || text[from - 1] === "[") {
    const held = holder.exec(inside);
    const value = held?.groups?.s ?? "";
    if (held !== null && isSecret(value, meaning, true)) {
      yield candidate(name, value, from + held.index + held[0].lastIndexOf(value), meaning);
      return;
    }
  }
  // A map under `token` describes one; a map under `tokens` holds them.
  if (inside !== "" && text[from - 1] === "{" && meaning === "key" && !/(?:keys|tokens|secrets)$/i.test(name)) return;
  const isBare = found[0].includes("%");
  for (const one of inside.matchAll(isBare ? bareWord : element)) {
    const value = isBare ? one[0] : (one[2] ?? "");
    if (isOne(value, meaning) && !isPin(path, value)) yield candidate(name, value, from + one.index + (isBare ? 0 : 1), meaning);
  }
}

/** A list of single characters, or of their numbers: `'a', 'b', …`, `97, 98, …`, `0x61, …`; at least eight. */
const characters = /^\s{0,20}(?:(["'])[\x21-\x7e]\1\s{0,20},\s{0,20}){7,120}(["'])[\x21-\x7e]\2\s{0,4},?\s{0,20}$/;
const codes = /^\s{0,20}(?:(?:0x[2-7][0-9a-f]|\d{2,3})\s{0,8},\s{0,20}){7,120}(?:0x[2-7][0-9a-f]|\d{2,3})\s{0,4},?\s{0,20}$/i;

/** The text that a list spells out, sign for sign. */
function speltOut(inside: string): string | undefined {
  if (characters.test(inside)) return inside.replace(/\s|["']\s{0,20},\s{0,20}["']/g, "").replace(/^["']|["'],?$/g, "");
  if (!codes.test(inside)) return undefined;
  const signs = inside.split(",").map((code) => Number(code.trim()));
  return signs.every((sign) => sign >= 33 && sign < 127) ? String.fromCharCode(...signs) : undefined;
}

/** Whether the bytes are a key's: in decimal numbers they may be the tokens of a text. */
function isKeyOfBytes(name: string, array: string): boolean {
  const numbers = (array.match(/0x[0-9a-f]{1,2}|-?\d{1,3}/gi) ?? []).map(Number);
  const isHex = /0x/i.test(array);
  // Vectors count up.
  if (/\b(?:0x)?0?1,\s{0,8}(?:0x)?0?2,\s{0,8}(?:0x)?0?3\b/.test(array)) return false;
  return (
    new Set(numbers).size >= 10 && (isHex || (/key|secret|psk/i.test(name) && numbers.every((one) => one >= -128 && one < 256)))
  );
}

function isOne(value: string, meaning: Meaning): boolean {
  if (value.startsWith("#/")) return false;
  if (meaning === "password") return isStrongPassword(value);
  return value.length >= 16 && !/^0x[0-9a-f]{64}$/i.test(value) && isMachineMade(value) && isSecret(value, meaning, true);
}

/** A line of YAML further in: `- value`, `Default: value`, or the value alone; under `secrets` and its like any name. */
const nestedLine = /^([ \t]{1,40})(- |[\w.-]{1,60}:[ \t]{1,4})?(["']?)([^\s"'#:{}[\]]{6,512})\3[ \t]*\r?$/;
const mostLines = 12;

function* nested(text: string, keywordEnd: number, name: string, meaning: Meaning): Generator<Candidate> {
  const lineEnd = text.indexOf("\n", keywordEnd);
  if (lineEnd < 0 || !/^[\w.-]{0,40}["']?:[ \t]{0,4}(?:&[\w-]{1,40})?[ \t]{0,4}\r?$/.test(text.slice(keywordEnd, lineEnd)))
    return;
  const own = indentOf(text.slice(text.lastIndexOf("\n", keywordEnd) + 1, keywordEnd));
  let at = lineEnd + 1;
  const lines = text.slice(at, at + reach).split("\n", mostLines);
  const isMap = /(?:secrets|passwords|credentials|tokens|apikeys|api_keys)$/i.test(name);
  if (isSchema(lines.filter((line) => indentOf(line) > own).join("\n"))) return;
  for (const [index, line] of lines.entries()) {
    const [, indent = "", lead = "", quote = "", value = ""] = nestedLine.exec(line) ?? [];
    if (line.trim() !== "" && (indentOf(line) < own || (indentOf(line) === own && !line.trim().startsWith("- ")))) return;
    const isAlone = lead === "" && index === 0;
    const start = at + indent.length + lead.length + quote.length;
    const isMember = /^(?:- |default:|value:)/i.test(lead) || (lead !== "" && isMap);
    const isDefault = /^default:/i.test(lead) && isChosenDefault(value, meaning);
    if (value !== "" && (isMember || isAlone) && (isDefault || isOne(value, meaning)))
      yield candidate(name, value, start, meaning);
    at += line.length + 1;
  }
}

/** The default of a parameter that asks for a password: words with a sign and a number; not `changeme123`. */
function isChosenDefault(value: string, meaning: Meaning): boolean {
  return (
    meaning === "password" &&
    /[A-Z]/.test(value) &&
    /\d\d/.test(value) &&
    /[-_!@#$%^&*+.]/.test(value) &&
    isSecret(value, meaning, true)
  );
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

function candidate(name: string, value: string, start: number, meaning: Meaning): Candidate {
  return {
    defect: "assigned-credential",
    kind: meaning === "password" ? "password" : "secret-key",
    title: `value in ${JSON.stringify(name)}`,
    start,
    end: start + value.length,
    shown: shownOf(value),
    why: "the name of the list says what its members are",
    sureness: 39,
  };
}

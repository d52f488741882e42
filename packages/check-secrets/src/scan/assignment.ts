import { isExpanded, valueAt } from "./assigned-value.ts";
import { byteSet } from "./byte-set.ts";
import { sticky } from "./sticky.ts";

/** A name with a value given to it, in any of the ways people do that. Ends are exclusive. */
export interface Assignment {
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
  /** The call that the value is an argument of, as in `os.environ.get("X", "value")`. */
  readonly call: string;
  readonly operator: string;
}

/** The rest of a name: `_api_token`, also words after single spaces (`Adafruit key`); empty matches. */
const nameRest = /[\w.\x80-\xff-]{0,60}(?: [\w.\x80-\xff-]{1,20}){0,3}/y;

const variableRest = /[\w.]{0,60}/y;

/** What may stand between a name and the operator: quotes, brackets, spaces, a type. `"]` and `: str` match. */
const closing =
  /(?: \{ get; (?:private |protected )?(?:set|init); \}|\\{0,3}["'`]|&quot;|\[\d{0,4}\]|\]|\)|(?<=["'])\}|\}(?=[ \t]{0,4}=[^=~])){0,3}(?:(?<=\])\[["'][\w.-]{1,30}["']\])?(?: PROGMEM)?[ \t]{0,20}/y;

/** `:=`, `=>`, `=`, `:`, `,`, `(`, `>` match; `+` does not. */
const operatorAt =
  /eq(?=[ \t]{1,4}["'])|(?<=["'] )to(?= ["'])|:[-=?+](?=[^\s=])|:{1,3}=|={1,3}>?|!={1,2}|=>|->|\?\?=?|\|\|=?|\?=|\+=|\.=|:(?!:)|<-|>|\?:(?=[ \t]{0,4}["'])|\{(?=[ \t]{0,4}["'])|,|\(|\|/y;

/** The value beside its name: `key="Password" value="`, `"name": "TOKEN", "value": "`; also the attributes of an XML element. */
const valueBeside =
  /(?:(?<="[ \t]{0,4})(?:[ \t\r\n]{0,40}(?!value)[\w:-]{1,30}="[^"<>\n]{0,60}"){1,3})?(?:,[ \t\r\n]{0,40}["']?(?!\w{0,12}value)[\w-]{1,30}["']?[ \t]{0,2}(?::|=>)[ \t]{0,2}(?:true|false|null|\d{1,6}|"[^"\n]{0,60}"|'[^'\n]{0,60}')){0,3}(?:\r?\n[ \t]{1,40}(?!\w{0,12}value)\w{1,30}:[ \t]{1,4}[\w.-]{1,40}(?=\r?\n)){0,2}[ \t\r\n]{0,40},?[ \t\r\n]{0,40}\\?["']?(?:android:|[a-z_]{1,12})?value\\?["']?[ \t]{0,4}(?:=>|[=:])/iy;
const attributes = /(?:[ \t]{1,4}[\w:-]{1,40}="[^"<>]{0,80}"){1,4}[ \t]{0,4}>/y;

/** A type between `:` and `=`: `string =`, `Option<String> =`. */
const typeAndEquals =
  /[ \t]{0,4}[&*A-Za-z_[][\w.<>[\]|?&'; ]{0,40}[ \t]{0,4}:?=(?=[ \t]{0,4}(?:[A-Za-z_][\w.]{0,40}\((?:\w{1,16}=)?)?[bBrRuUfFL@$]{0,2}["'`])/y;

/** The value further in: `<setting name="ApiToken" serializeAs="String"><value>`, `<Password> <Value>`; not `<b>`. */
const valueWithin =
  /(?:"(?:[ \t]{1,4}[\w:-]{1,40}="[^"<>]{0,80}"){0,4}[ \t]{0,4})?>\s{0,40}<(?:value|string)(?:[ \t][^<>]{0,60})?>/iy;

/** Where the name that goes on at `at` ends, with the words after it. */
export function endOfName(text: string, nameStart: number, at: number): number {
  return sticky(isExpanded(text, nameStart) ? variableRest : nameRest, text, at);
}

/**
 * The value given to the name between `nameStart` and `nameEnd`; undefined where none is.
 * Everything it looks at lies within about 1,200 characters, so that its cost does not grow with the file.
 */
export function assignmentAt(text: string, nameStart: number, nameEnd: number): Assignment | undefined {
  const separator = operatorAfter(text, nameStart, nameEnd);
  if (separator === undefined) return before(text, nameStart, nameEnd);
  const value = valueAt(text, separator.end, separator.operator, nameStart);
  return value && { nameStart, nameEnd: separator.nameEnd, operator: separator.operator, ...value };
}

/** The value in front of its name: `value="x" key="`, `"value": "x", "name": "`. */
const valueBefore = /\bvalue["']?[ \t]?[=:][ \t]?["']([^"'<>\n]{4,200})["'],?\s{1,20}["']?(?:key|name)["']?[ \t]?[=:][ \t]?["']$/;

function before(text: string, nameStart: number, nameEnd: number): Assignment | undefined {
  if (!/[=:][ \t]?["']$/.test(text.slice(Math.max(0, nameStart - 3), nameStart))) return undefined;
  const lead = text.slice(Math.max(0, nameStart - 260), nameStart);
  const found = valueBefore.exec(lead);
  const value = found?.[1];
  if (found === null || value === undefined) return undefined;
  const start = nameStart - lead.length + found.index + found[0].indexOf(value, 6);
  return { nameStart, nameEnd, operator: "=", start, end: start + value.length, isQuoted: true, call: "" };
}

/** The default of a Terraform variable: `" { type = string default =`; nothing of another block matches. */
const defaultOf = /"[ \t]{0,8}\{[^{}]{0,400}?\bdefault[ \t]{0,20}=/y;

function terraformDefault(text: string, nameStart: number, nameEnd: number): number | undefined {
  if (!/variable[ \t]{1,8}"$/.test(text.slice(Math.max(0, nameStart - 20), nameStart))) return undefined;
  const end = sticky(defaultOf, text, nameEnd);
  return end > nameEnd ? end : undefined;
}

/** What stands before a name whose value follows after a space: `ENV `, `setenv `, `set -gx `, `aws configure set `; not `let `. */
const spaced = /(?:(?:^|\n)[ \t]{0,20}ENV|\bsetenv|\bset -[a-zA-Z]{1,3}|\bconfigure set|\bconfig set) $/i;

/** What follows the key in a property list, in KeePass's, in Hadoop's, or in a row of a page: `</key> <string>`, `</name> <value>`, `</Key> <Value ProtectInMemory="True">`, `</td><td>`. */
const propertyList = /<\/(?:key|name|t[dh]|dt)>\s{0,40}<(?:string|value|td|dd)(?:[ \t][^<>]{0,60})?>\s{0,20}(?:<code>)?/iy;

/** What a program falls back to, after the name of a setting: `") ?? "`, `").unwrap_or("`, `", default="`; not `, default)`. */
const fallback =
  /["'`]?[\])}]{0,3}!?[ \t]{0,4}(?:(?:\|\||\?\?|\?:)=?|or\b|\/\/|\.unwrap_or(?:_else)?\((?:\|\w{0,12}\|)?|\.(?:orElse|getOrElse)\()\s{0,20}(?=["'`])|["'`]\s{0,4},\s{0,20}(?:[a-z]{1,12}=[\w.]{1,20},\s{0,20}){0,3}default(?:_value|Value)?\s{0,4}[=:]\s{0,4}(?=[bru]?["'`])|:\s{0,4}\w{1,12}\(\{\s{0,20}default:\s{0,4}(?=["'`])/y;

/** The start of a call with the setting among its arguments, before it: `getenv("`, `CURLOPT_`, `buildConfigField "String", "`. */
const settingBefore =
  /(?:get\(ENV,\s?|StringVar\(&\w{1,40},\s?|buildConfigField\s?\(?["']String["'],\s?|resValue\s?\(?["']string["'],\s?)["']$/;

/** A user's name before it, or a number, as in a row: `'Username','ops','`, `(3, '`; not `'a', '`. */
const secondPair =
  /(?:(?:user(?:name)?|login|uid|email)["'],[ \t]?["'][^"'\n]{1,40}["'],|\([ \t]?(?:\d{1,10}|NULL|DEFAULT),)[ \t]?["']$/i;

/** What a fallback can begin with; most names are followed by something else. */
const beginsFallback = new Set("\"'`])}! \t|?o/.:");

function fallbackAfter(text: string, nameEnd: number) {
  const end = sticky(fallback, text, nameEnd);
  return end > nameEnd ? { nameEnd, end, operator: "??" } : undefined;
}

function operatorAfter(text: string, nameStart: number, nameEnd: number) {
  if (text[nameEnd] === "-" && isExpanded(text, nameStart)) return { nameEnd, end: nameEnd + 1, operator: ":-" };
  const space = text.slice(nameStart, nameEnd).indexOf(" ");
  const firstWordEnd = space >= 0 ? nameStart + space : nameEnd;
  const next = text[nameEnd] ?? "";
  const isFlag = text.startsWith("--", nameStart) || text.startsWith("--", nameStart - 2);
  const isSpaced =
    isFlag ||
    (text[nameStart - 1] === " " && spaced.test(text.slice(Math.max(0, nameStart - 26), nameStart))) ||
    text.startsWith("requirepass ", nameStart);
  if (isSpaced && text[firstWordEnd] === " ") return { nameEnd: firstWordEnd, end: firstWordEnd + 1, operator: " " };
  const fallen = beginsFallback.has(next) ? fallbackAfter(text, nameEnd) : undefined;
  if (fallen !== undefined) return fallen;
  const variable = next === '"' ? terraformDefault(text, nameStart, nameEnd) : undefined;
  if (variable !== undefined) return { nameEnd, end: variable, operator: "=" };
  const listed = next === "<" ? sticky(propertyList, text, nameEnd) : nameEnd;
  if (listed > nameEnd) return { nameEnd, end: listed, operator: ">" };
  const closed = sticky(closing, text, nameEnd);
  const beside = sticky(valueBeside, text, closed);
  if (beside > closed && (closed > nameEnd || /[\r\n]/.test(text.slice(closed, beside)) || isInFlow(text, nameStart)))
    return { nameEnd, end: beside, operator: /[\r\n]/.test(text.slice(closed, beside)) ? "\n" : "=" };
  const within = next === '"' || next === ">" ? sticky(valueWithin, text, nameEnd) : nameEnd;
  if (within > nameEnd) return { nameEnd, end: within, operator: ">" };
  const further = text.slice(nameStart - 6, nameStart) === 'name="' ? sticky(attributes, text, nameEnd + 1) : 0;
  if (further > nameEnd + 1) return { nameEnd, end: further, operator: ">" };
  const attributed = text[nameStart - 1] === "<" ? sticky(attributes, text, firstWordEnd) : firstWordEnd;
  if (attributed > firstWordEnd) return { nameEnd: firstWordEnd, end: attributed, operator: ">" };
  operatorAt.lastIndex = closed;
  const operator = operatorAt.exec(text)?.[0];
  if (operator === undefined) {
    const isBeforeQuote =
      closed > nameEnd && /^@?["'`]/.test(text.slice(closed, closed + 2)) && /[ \t]/.test(text[closed - 1] ?? "");
    return isBeforeQuote ? { nameEnd, end: closed, operator: " " } : undefined;
  }
  if (operator.length === 2 && /^:[-=?+]$/.test(operator) && operator !== ":=") {
    const isShellDefault = operator === ":-" && text.slice(Math.max(0, nameStart - 2), nameStart + 1).includes("{");
    return isShellDefault ? { nameEnd, end: closed + 2, operator } : undefined;
  }
  const end = closed + operator.length;
  if (operator === "," && !beginsPair(text, nameStart, closed > nameEnd)) return undefined;
  const typed = operator === ":" ? sticky(typeAndEquals, text, end) : end;
  return { nameEnd, end: typed, operator: typed > end ? "=" : operator };
}

/**
 * Whether the name is the first of its list, as in `set("NAME", "value")`, or of an Erlang tuple `{name, "value"}`, or one of the
 * few names that stand second; in longer lists neighbours mean nothing.
 */
function beginsPair(text: string, nameStart: number, isQuoted: boolean): boolean {
  if (text.startsWith("--", nameStart)) return isQuoted;
  if (!isQuoted)
    return (
      text[nameStart - 1] === "{" ||
      text.startsWith("CURLOPT_", nameStart) ||
      /(?:\bset :|define\()$/.test(text.slice(Math.max(0, nameStart - 8), nameStart))
    );
  const before = text.slice(Math.max(0, nameStart - 72), nameStart);
  return /[([{][ \t\r\n]{0,40}\\?[bru]?["'`]-{0,2}$/.test(before) || settingBefore.test(before) || secondPair.test(before);
}

/** Whether the name is a value itself, in a flow of YAML and in AWS's: `{ name: DB_PASSWORD, value: … }`, `ParameterKey=DbPassword,…`. */
function isInFlow(text: string, nameStart: number): boolean {
  return /(?:name|key)(?:: {0,2}["']?|=)$/i.test(text.slice(Math.max(0, nameStart - 10), nameStart));
}

const inName = byteSet(/[\w.$-]/).fill(1, 128);

/** Where the name begins that holds the keyword at `at`. */
export function startOfName(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 60 && inName[text.charCodeAt(start - 1)] === 1) start -= 1;
  return start;
}

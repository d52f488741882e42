import { byteSet } from "./byte-set.ts";

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
  /(?:(?<="[ \t]{0,4})(?:[ \t\r\n]{0,40}(?!value)[\w:-]{1,30}="[^"<>\n]{0,60}"){1,3})?(?:,[ \t\r\n]{0,40}["']?(?!\w{0,12}value)[\w-]{1,30}["']?[ \t]{0,2}(?::|=>)[ \t]{0,2}(?:true|false|null|\d{1,6}|"[^"\n]{0,60}"|'[^'\n]{0,60}')){0,3}[ \t\r\n]{0,40},?[ \t\r\n]{0,40}\\?["']?(?:android:|[a-z_]{1,12})?value\\?["']?[ \t]{0,4}(?:=>|[=:])/iy;
const attributes = /(?:[ \t]{1,4}[\w:-]{1,40}="[^"<>]{0,80}"){1,4}[ \t]{0,4}>/y;

/** A type between `:` and `=`: `string =`, `Option<String> =`. */
const typeAndEquals =
  /[ \t]{0,4}[&*A-Za-z_[][\w.<>[\]|?&'; ]{0,40}[ \t]{0,4}:?=(?=[ \t]{0,4}(?:[A-Za-z_][\w.]{0,40}\((?:\w{1,16}=)?)?[bBrRuUfFL@$]{0,2}["'`])/y;

/** White space after the operator, on the line or, before a quote, on the next. */
const gap =
  /[ \t]{0,20}(?:(?:!!(?:str|binary)|&[\w-]{1,40}(?=[ \t]["']))[ \t]{1,4})?(?:[|>][-+]?[ \t]{0,4}\r?\n[ \t]{1,40}|\\{0,2}\r?\n[ \t]{0,40}(?=["'`])|\(\s{0,40}(?=["'])|\{(?=["'`][^"'`\n]{1,200}["'`] ?[},])|<<[-~]?["']?[A-Z_]{2,16}["']?\r?\n[ \t]{0,40})?/y;
const blanks = /[ \t]{0,20}/y;
const gapOverLines = /[ \t\r\n]{0,80}(?:<!\[CDATA\[)?/y;

/** A call around the value: `SecureString(`, `new Buffer(`; `a + b` does not match. */
const callAt =
  /ConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?|(?:new |await |new\t|\[\])?[A-Za-z_$][\w$.:?]{0,60}!?\([ \t]{0,4}(?:(?:default|value|default_value)[ \t]{0,2}=[ \t]{0,2}(?=["']))?/y;

/** The quote that opens a string, with a language's letter before it and backslashes when nested. */
const opening = /(?:[bBrRuUfFL@$]{1,2}|N(?=')|<<(?=")|\*b?(?="))?(\\{0,3}(?:"""|'''|``(?=\w)|["'`]|&quot;))/y;

/** Strings in brackets: Lua's `[[…]]`, Perl's `q{…}` and `qq(…)`, Ruby's `%q(…)`; not `q(…` with a space in it. */
const bracketed = /(?:\[\[|(?:\bqq?|%[qQ]?)([{([<|!]))([^\s\])}>|"'`]{4,200})(?:\]\]|[\])}>|!])/y;

/** The value further in: `<setting name="ApiToken" serializeAs="String"><value>`, `<Password> <Value>`; not `<b>`. */
const valueWithin =
  /(?:"(?:[ \t]{1,4}[\w:-]{1,40}="[^"<>]{0,80}"){0,4}[ \t]{0,4})?>\s{0,40}<(?:value|string)(?:[ \t][^<>]{0,60})?>/iy;

/** Bare values: everything up to white space or a character that ends a value. */
const bareStrict = /[^\s"'`<>;,(){}[\]|&\\]{1,512}/y;
const bareLine = /[^\s"'`]{1,512}/y;
const barePart = /[^\s"'`<>;]{1,512}/y;
/** The text of an element, up to its end: `a&b` of `<p>a&b</p>`. */
const bareElement = /[^\s"'`<>[\]]{1,512}(?=\]\]>|<)/y;
/** What stands in for an unset variable: everything up to the bracket. */
const bareExpanded = /[^\s"'`{}]{1,512}/y;

/** Where a name begins a line, as in `.env` files and YAML: the value is the rest of the word. */
const lineLead = /(?:^|[\n\r]|\\n)[ \t]{0,40}(?:export |ENV |ARG |- |set |setx |\$env:|"?-e |--?)?$/;

/** Where the name that goes on at `at` ends, with the words after it. */
export function endOfName(text: string, nameStart: number, at: number): number {
  return sticky(isExpanded(text, nameStart) ? variableRest : nameRest, text, at);
}

/** Whether the name stands in `${…}`: the dash of `${X-default}` is an operator there. */
export function isExpanded(text: string, nameStart: number): boolean {
  return text.startsWith("${", nameStart - 2);
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

/** The string that follows the key in a property list: `</key> <string>`. */
const propertyList = /<\/key>\s{0,40}<string>/y;

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

function valueAt(text: string, from: number, operator: string, nameStart: number) {
  const overLines = operator === ">" || operator === "(" || operator === "|";
  let at = sticky(operator === "," ? blanks : overLines ? gapOverLines : gap, text, from);
  bracketed.lastIndex = at;
  const string = bracketed.exec(text);
  if (string !== null) {
    const start = at + string[0].lastIndexOf(string[2] ?? "");
    return { start, end: start + (string[2] ?? "").length, isQuoted: true, call: "" };
  }
  let call = "";
  for (let depth = 0; depth < 2; depth++) {
    const next = sticky(callAt, text, at);
    if (next === at || /["'`]/.test(text.slice(at, next))) break;
    call = text.slice(at, next).replace(/\(\s*$/, "");
    at = next;
  }
  opening.lastIndex = at;
  const open = opening.exec(text);
  if (open !== null) return quotedAt(text, at + open[0].length, open[1] ?? "", call);
  if (call !== "" || ["(", ",", "==", "===", "!=", "!=="].includes(operator)) return undefined;
  return bareAt(text, at, nameStart, operator);
}

function quotedAt(text: string, start: number, quote: string, call: string) {
  const limit = Math.min(text.length, start + 1024);
  const end = text.slice(start, limit).indexOf(quote);
  const lineEnd = text.slice(start, limit).search(/[\r\n]/);
  // What begins like that is no value but the rest of a list whose member closed with this quote.
  if (/^(?:[\])}]|,[ \t]?["'`\w[{(\]])/.test(text.slice(start, start + 3)) && !isOpened(text, start, end, quote))
    return undefined;
  // What follows a string that the quote has closed: `'…pass">'+label+'`, `"token: "+o);e=e[o]…"`.
  if (/^\+ ?[\w$.]{1,60}(?:\(|\)[;,]|\+["'])/.test(text.slice(start, start + 70))) return undefined;
  // What a page is searched with, or made of.
  if (/^(?:\$|jQuery|.{0,40}(?:querySelector(?:All)?|\.find|\.closest|getElementById))!?$/.test(call)) return undefined;
  if (end < 0 || (lineEnd >= 0 && lineEnd < end && quote.length < 3)) return undefined;
  const inner = quote === '"' && text.startsWith('\\"', start) ? 2 : 0;
  if (end <= inner * 2) return inner > 0 ? innerQuoted(text, start + inner, call) : undefined;
  return { start, end: start + end, isQuoted: true, call };
}

/** Whether the quote before `start` opens a string on its line, and nothing but what follows a value stands behind its end. */
function isOpened(text: string, start: number, length: number, quote: string): boolean {
  const value = text.slice(start, start + length);
  if (length < 8 || /\s/.test(value) || !/^(?:[\s;,)\]}>/]|$)/.test(text.slice(start + length + quote.length).slice(0, 1)))
    return false;
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - 300);
  const line = text.slice(from, start - quote.length);
  return line.split(quote).length % 2 === 1;
}

/** The string within a string: `"\\"value\\""`, as build files of Android have it. */
function innerQuoted(text: string, start: number, call: string) {
  const end = text.slice(start, start + 1024).search(/\\"|[\r\n]/);
  return end <= 0 || text[start + end] !== "\\" ? undefined : { start, end: start + end, isQuoted: true, call };
}

function bareAt(text: string, at: number, nameStart: number, operator: string) {
  const isLine =
    operator === "\n" ||
    ((operator === "=" || operator === ":" || operator === " ") &&
      lineLead.test(text.slice(Math.max(0, nameStart - 60), nameStart)));
  // A part of a connection string ends where the next begins.
  const isPart = text[nameStart - 1] === ";" && operator === "=";
  let end = sticky(isPart ? barePart : isLine ? bareLine : isExpanded(text, nameStart) ? bareExpanded : bareStrict, text, at);
  if (operator === ">") end = Math.max(end, sticky(bareElement, text, at));
  const escape = text.slice(at, end).search(/\\[nrt"']/);
  if (escape >= 0) end = at + escape;
  if (/^(?:\.{2}|…)/.test(text.slice(end - 2, end + 1)) || text.startsWith("..", end - 2)) return undefined;
  // A list or a map, a list of words, an anchor: what follows is no value by itself.
  if (/^(?:[[({]$|%[wi][[({]|&[\w-]{1,40}$)/.test(text.slice(at, end))) return undefined;
  // A full stop ends a sentence, but not before a sign that ends the value itself: `password=a.b.;`, `>a.b.</`.
  while (end > at && /[,;.]/.test(text[end - 1] ?? "") && !/[;&<]/.test(text[end] ?? "")) end -= 1;
  // An attribute and its operator: `name="password-icon" :visible="…`.
  if (/^[\w-]{1,30}=$/.test(text.slice(at, end)) && /^\\?["']/.test(text.slice(end, end + 2))) return undefined;
  if (end === at || /[\x80-\xff]/.test(text.slice(at, end))) return undefined;
  return { start: at, end, isQuoted: false, call: "" };
}

const inName = byteSet(/[\w.$-]/).fill(1, 128);

/** Where the name begins that holds the keyword at `at`. */
export function startOfName(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 60 && inName[text.charCodeAt(start - 1)] === 1) start -= 1;
  return start;
}

/** Where a sticky pattern's match ends; `at` itself where it does not match. */
function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

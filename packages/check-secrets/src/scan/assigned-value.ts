import { sticky } from "./sticky.ts";

/** White space after the operator, on the line or, before a quote, on the next. */
const gap =
  /[ \t]{0,20}(?:!(?:Sub|Join)[ \t]{1,4}\[?|(?:!!(?:str|binary)|&[\w-]{1,40}(?=[ \t]["']))[ \t]{1,4})?(?:[|>][-+]?[ \t]{0,4}\r?\n[ \t]{1,40}|\\{0,2}\r?\n[ \t]{0,40}(?=["'`])|\(\s{0,40}(?=["'])|\{(?=["'`][^"'`\n]{3,200}["'`] ?[},])|<<[-~]?["']?[A-Z_]{2,16}["']?\r?\n[ \t]{0,40})?/y;

const blanks = /[ \t]{0,20}/y;

const gapOverLines = /[ \t\r\n]{0,80}(?:<!\[CDATA\[)?/y;

/** A call around the value: `SecureString(`, `new Buffer(`; `a + b` does not match. */
const callAt =
  /ConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?|(?:new |await |new\t|\[\])?[A-Za-z_$][\w$.:?]{0,60}!?\([ \t]{0,4}(?:(?:default|value|default_value)[ \t]{0,2}=[ \t]{0,2}(?=["']))?/y;

/** The quote that opens a string, with a language's letter before it and backslashes when nested. */
const opening = /(?:[bBrRuUfFL@$]{1,2}|N(?=')|<<(?=")|\*b?(?="))?(\\{0,3}(?:"""|'''|``(?=\w)|["'`]|&quot;))/y;

/** Strings in brackets: Lua's `[[…]]`, Perl's `q{…}` and `qq(…)`, Ruby's `%q(…)`; not `q(…` with a space in it. */
const bracketed = /(?:\[\[|(?:\bqq?|%[qQ]?)([{([<|!]))([^\s\])}>|"'`]{4,200})(?:\]\]|[\])}>|!])/y;

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

/** Whether the name stands in `${…}`: the dash of `${X-default}` is an operator there. */
export function isExpanded(text: string, nameStart: number): boolean {
  return text.startsWith("${", nameStart - 2);
}

/** The value that begins at or after `from`, behind the operator: in quotes, in brackets, in a call or bare. */
export function valueAt(text: string, from: number, operator: string, nameStart: number) {
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

/** Calls whose argument is no value of theirs: `$(`, `x.querySelector(`, `x.encode(`; not `Buffer.from(`. */
const readingCall =
  /^(?:\$|jQuery|.{0,40}(?:querySelector(?:All)?|\.find|\.closest|getElementById|\.(?:en|de)code|\.get|\.split|\.join|\.replace|\.startswith|\.endswith|\.toString))!?$/i;

function quotedAt(text: string, start: number, quote: string, call: string) {
  const limit = Math.min(text.length, start + 1024);
  const end = text.slice(start, limit).indexOf(quote);
  const lineEnd = text.slice(start, limit).search(/[\r\n]/);
  // What begins like that is no value but the rest of a list whose member closed with this quote.
  if (/^(?:[\])}]|,[ \t]?["'`\w[{(\]])/.test(text.slice(start, start + 3)) && !isOpened(text, start, end, quote))
    return undefined;
  // What follows a string that the quote has closed: `'…pass">'+label+'`, `"token: "+o);e=e[o]…"`.
  if (/^\+ ?[\w$.]{1,60}(?:\(|\)[;,]|\+["'])/.test(text.slice(start, start + 70))) return undefined;
  // What a page is searched with or made of, and what a text is cut or read by.
  if (readingCall.test(call)) return undefined;
  if (end < 0 || (lineEnd >= 0 && lineEnd < end && quote.length < 3)) return undefined;
  const inner = quote === '"' && text.startsWith('\\"', start) ? 2 : 0;
  if (end <= inner * 2) return inner > 0 ? innerQuoted(text, start + inner, call) : undefined;
  return { start, end: start + end, isQuoted: true, call };
}

/** Whether the quote before `start` opens a string on its line, and nothing but what follows a value stands behind its end. */
function isOpened(text: string, start: number, length: number, quote: string): boolean {
  const value = text.slice(start, start + length);
  // Salts of WordPress hold spaces.
  if (
    length < 8 ||
    (length < 32 && /\s/.test(value)) ||
    !/^(?:[\s;,)\]}>/]|$)/.test(text.slice(start + length + quote.length).slice(0, 1))
  )
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
  // Nothing but an element has its text on the next line, and that ends with a tag.
  if (
    operator === ">" &&
    /[\r\n]/.test(text[at - 1] ?? "") &&
    text[end] !== "<" &&
    !/^\s{1,40}<\//.test(text.slice(end, end + 44))
  )
    return undefined;
  // The next part of a query, or an escape, ends it.
  const escape = text.slice(at, end).search(/\\[nrt"']|&[\w.-]{2,40}=/);
  if (escape >= 0) end = at + escape;
  if (/^(?:\.{2}|…)/.test(text.slice(end - 2, end + 1)) || text.startsWith("..", end - 2)) return undefined;
  // A list or a map, a list of words, an anchor: what follows is no value by itself.
  if (/^(?:[[({]$|\[[^\]]*,$|%[wi][[({]|&[\w-]{1,40}$)/.test(text.slice(at, end))) return undefined;
  // A full stop ends a sentence, but not before a sign that ends the value itself: `password=a.b.;`, `>a.b.</`.
  while (end > at && /[,;.]/.test(text[end - 1] ?? "") && !/[;&<]/.test(text[end] ?? "")) end -= 1;
  // An attribute and its operator: `name="password-icon" :visible="…`.
  if (/^[\w-]{1,30}=$/.test(text.slice(at, end)) && /^\\?["']/.test(text.slice(end, end + 2))) return undefined;
  if (end === at || /[\x80-\xff]/.test(text.slice(at, end))) return undefined;
  return { start: at, end, isQuoted: false, call: "" };
}

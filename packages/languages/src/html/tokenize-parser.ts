import type { Problem, Range } from "@failcheck/core";
import { Tokenizer } from "htmlparser2";
import { componentTraits, endsForeign, isVoid, traits } from "./elements.ts";
import type { HtmlDialect } from "./dialect.ts";
import type { HtmlTag } from "./html.ts";

/** The tags and comments of a page. */
export interface Tokens {
  readonly tags: HtmlTag[];
  readonly comments: Range[];
}

const nothing = (): void => undefined;
const unheard = {
  oncdata: nothing,
  onattribdata: nothing,
  onattribentity: nothing,
  onattribname: nothing,
  onattribend: nothing,
  ondeclaration: nothing,
  onprocessinginstruction: nothing,
  ontext: nothing,
  ontextentity: nothing,
  onend: nothing,
};

/**
 * Turns markup into tags. An end tag without its `>` ends before the next `<`, and what a browser takes for a part of it is read
 * too; a tag that the text's end cuts off ends there. Such tags do not end in `>`.
 */
export function tokenize(markup: string, dialect: HtmlDialect, problems: Problem[]): Tokens {
  const tokens = read(markup, dialect, problems);
  if (tokens.swallowed.length === 0) return tokens;
  const inner = read(except(markup, tokens.swallowed), dialect, []);
  const byPlace = <Token>(one: readonly Token[], other: readonly Token[], at: (token: Token) => Range): Token[] =>
    [...one, ...other].sort((a, b) => at(a)[0] - at(b)[0]);
  return {
    tags: byPlace(tokens.tags, inner.tags, (tag) => tag.at),
    comments: byPlace(tokens.comments, inner.comments, (comment) => comment),
  };
}

/** Nothing but these stretches of a text, in their places. */
function except(text: string, stretches: readonly Range[]): string {
  let from = 0;
  const parts = stretches.flatMap(([start, end]) => {
    const blank = " ".repeat(start - from);
    from = end;
    return [blank, text.slice(start, end)];
  });
  return [...parts, " ".repeat(text.length - from)].join("");
}

interface Read extends Tokens {
  /** What stands in end tags that lack their `>`. */
  readonly swallowed: Range[];
}

function read(markup: string, dialect: HtmlDialect, problems: Problem[]): Read {
  const swallowed: Range[] = [];
  const tags: HtmlTag[] = [];
  const comments: Range[] = [];
  const foreign: string[] = [];
  const nameOf = names(dialect !== "html");
  const closesItself = dialect !== "html";
  const traitsOf = closesItself ? componentTraits : traits;
  const { length } = markup.trimEnd();
  let name = "";
  let from = -1;

  const inForeign = (): boolean => foreign.length > 0 && !holdsHtml(foreign.at(-1) ?? "");
  const startTag = (end: number, slash: boolean): void => {
    const known = traitsOf(name);
    if ((known & endsForeign) !== 0) while (inForeign()) foreign.pop();
    const inside = inForeign();
    const slashed = slash && (known & isVoid) === 0;
    const selfClosing = slashed && (closesItself || inside || name === "svg" || name === "math");
    tags.push({ at: [from, end], name, kind: "start", selfClosing, ignoredSlash: slashed && !selfClosing, traits: known });
    if (!slash && (name === "svg" || name === "math" || (inside && holdsHtml(name)))) foreign.push(name);
    from = -1;
  };
  const endTag = (start: number, nameEnd: number, end: number): void => {
    const closed = nameOf(markup.slice(start, nameEnd));
    const at = [start - 2, end] as const;
    tags.push({ at, name: closed, kind: "end", selfClosing: false, ignoredSlash: false, traits: traitsOf(closed) });
    if (foreign.at(-1) === closed) foreign.pop();
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false, recognizeSelfClosing: closesItself },
    {
      onopentagname(start, end) {
        name = nameOf(markup.slice(start, end));
        from = start - 1;
      },
      onopentagend: (end) => startTag(Math.min(end + 1, length), false),
      onselfclosingtag: (end) => startTag(Math.min(end + 1, length), true),
      onclosetag(start, end) {
        const stop = endOf(markup, end, length);
        const next = markup.lastIndexOf("<", stop - 1) < start ? stop : markup.indexOf("<", start);
        if (next < stop) swallowed.push([next, stop]);
        endTag(start, Math.min(end, next), next < stop ? Math.min(end, next) : stop);
      },
      oncomment: (start, end, offset) => void comments.push([start - 4, end + offset - 1]),
      ...unheard,
      isInForeignContext: inForeign,
    },
  );
  tokenizer.write(markup);
  // an end tag that the end cuts off is told of when it ends
  tokenizer.write(">");
  tokenizer.end();
  if (from >= 0) startTag(length, false);
  const last = tags.at(-1);
  if (last?.at[1] === length && markup[length - 1] !== ">")
    problems.push({ at: last.at, message: `the tag <${last.name} is cut off by the end of the file` });
  return { tags, comments, swallowed };
}

/** Behind the `>` of a tag whose name ends here; where the text ends if there is none. */
function endOf(markup: string, nameEnd: number, length: number): number {
  const close = markup.charCodeAt(nameEnd) === 62 ? nameEnd : markup.indexOf(">", nameEnd);
  return close < 0 ? length : close + 1;
}

const holdsHtml = (name: string): boolean => /^(?:foreignobject|desc|title)$/i.test(name);

/**
 * Lower-case names, each made once; where case matters, only the names of HTML's own elements are as they stand. In HTML a name ends
 * where a template writes the attributes at once: `<div${attributes}>`.
 */
function names(asWritten: boolean): (raw: string) => string {
  const seen = new Map<string, string>();
  return (raw) => {
    let name = seen.get(raw);
    if (name === undefined) {
      name = asWritten ? raw : raw.split("$", 1).join("").toLowerCase();
      seen.set(raw, name);
    }
    return name;
  };
}

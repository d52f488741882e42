import type { Problem, Range } from "@failcheck/core";
import { Tokenizer } from "htmlparser2";
import { isVoid, traits } from "./elements.ts";
import type { HtmlDialect, HtmlTag } from "./html.ts";

/** The tags and comments of a page. */
export interface Tokens {
  readonly tags: HtmlTag[];
  readonly comments: Range[];
}

const nothing = (): void => undefined;

/** Turns markup into tags; a tag that the text's end cuts off is a problem and no tag. */
export function tokenize(markup: string, dialect: HtmlDialect, problems: Problem[]): Tokens {
  const tags: HtmlTag[] = [];
  const comments: Range[] = [];
  const foreign: string[] = [];
  const nameOf = names(dialect !== "html");
  const closesItself = dialect !== "html";
  let name = "";
  let from = -1;

  const startTag = (end: number, slash: boolean): void => {
    const known = traits(name);
    const inside = foreign.length > 0;
    const slashed = slash && (known & isVoid) === 0;
    const selfClosing = slashed && (closesItself || inside || name === "svg" || name === "math");
    tags.push({ at: [from, end], name, kind: "start", selfClosing, ignoredSlash: slashed && !selfClosing, traits: known });
    if (!slash && (name === "svg" || name === "math" || (inside && holdsHtml(name)))) foreign.push(name);
    from = -1;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false, recognizeSelfClosing: closesItself },
    {
      onopentagname(start, end) {
        name = nameOf(markup.slice(start, end));
        from = start - 1;
      },
      onopentagend: (end) => startTag(end + 1, false),
      onselfclosingtag: (end) => startTag(end + 1, true),
      onclosetag(start, end) {
        const closed = nameOf(markup.slice(start, end));
        const close = markup.charCodeAt(end) === 62 ? end : markup.indexOf(">", end);
        tags.push({
          at: [start - 2, close < 0 ? markup.length : close + 1],
          name: closed,
          kind: "end",
          selfClosing: false,
          ignoredSlash: false,
          traits: traits(closed),
        });
        if (foreign.at(-1) === closed) foreign.pop();
      },
      oncomment: (start, end, offset) => void comments.push([start - 4, end + offset - 1]),
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
      isInForeignContext: () => foreign.length > 0 && !holdsHtml(foreign.at(-1) ?? ""),
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
  if (from >= 0) problems.push({ at: [from, markup.length], message: `<${name} is cut off by the end of the file` });
  return { tags, comments };
}

const holdsHtml = (name: string): boolean => /^(?:foreignobject|desc|title)$/i.test(name);

/** Lower-case names, each made once; where case matters, only the names of HTML's own elements are as they stand. */
function names(asWritten: boolean): (raw: string) => string {
  const seen = new Map<string, string>();
  return (raw) => {
    let name = seen.get(raw);
    if (name === undefined) {
      name = asWritten ? raw : raw.toLowerCase();
      seen.set(raw, name);
    }
    return name;
  };
}

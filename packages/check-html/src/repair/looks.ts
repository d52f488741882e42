import type { HtmlPage, HtmlTag } from "@failcheck/languages";

/** What kind of element a start tag makes, from the most to the least exact. */
export interface Looks {
  /** Its name and all its classes: `div.card.shadow`. */
  readonly full: string;
  /** Its name and its first class, without the numbers in it: `div.col-md-#`. */
  readonly short: string;
  readonly name: string;
  /** A number for `short`, of this page's reader; 0 where nobody read it. */
  readonly id: number;
}

/** Reads the looks of start tags; equal ones are one object. */
export function looksReader(page: HtmlPage): (tag: HtmlTag) => Looks {
  const seen = new Map<string, Looks>();
  const ids = new Map<string, number>();
  return (tag) => {
    const text = page.markup.slice(...tag.at);
    let looks = seen.get(text);
    if (looks === undefined) {
      const made = looksOf(page, tag, ids);
      looks = seen.get(` ${made.full}`) ?? made;
      seen.set(text, looks).set(` ${made.full}`, looks);
    }
    return looks;
  };
}

/** More kinds than this, without their headings, are on no page. */
const manyKinds = 8000;

/** Adds the heading that elements begin with: a box under an `h2` is of another kind than one under an `h3`. */
export function headedLooks(): (looks: Looks, heading: string) => Looks {
  const known = new Map<string, Looks>();
  return (looks, heading) => {
    const mark = `.:${heading}`;
    const full = looks.full + mark;
    const headed = known.get(full) ?? {
      full,
      short: looks.short + mark,
      name: looks.name,
      id: looks.id + manyKinds * Number(heading.slice(1)),
    };
    known.set(full, headed);
    return headed;
  };
}

/** The looks of an element that bears no class. */
export function plainLooks(name: string): Looks {
  return { full: name, short: name, name, id: 0 };
}

function looksOf(page: HtmlPage, tag: HtmlTag, ids: Map<string, number>): Looks {
  const { name } = tag;
  const attributes = page.attributes(tag);
  const valueOf = (wanted: string): string => {
    const valueAt = attributes.find((attribute) => attribute.name === wanted)?.valueAt;
    return valueAt === undefined ? "" : page.markup.slice(...valueAt).trim();
  };
  const classes = (valueOf("class") || valueOf("classname")).split(/\s+/).filter((one) => one !== "");
  const [first] = classes;
  const mark = first === undefined ? (valueOf("id") === "" ? "" : "#") : `.${first.replace(/\d+/g, "#")}`;
  const short = name + mark;
  const id = ids.get(short) ?? ids.size + 1;
  ids.set(short, id);
  return { full: first === undefined ? short : `${name}.${classes.join(".")}`, short, name, id };
}

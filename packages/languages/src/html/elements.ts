/** What the HTML standard says about an element, as bits, so that one look-up answers every question about a tag. */
export const isVoid = 1;
/** "Special" in the standard: an end tag of an ordinary element does not reach past it. */
export const isSpecial = 2;
/** Ends the search for an open element ("scope"). */
export const isWall = 4;
/** Its start tag closes an open `<p>`. */
export const closesParagraph = 8;
/** Closed without a word when its parent ends: `li`, `p`, `option`. */
export const endIsOptional = 16;
/** `b`, `i`, `a`…: their end tag takes only themselves away. */
export const isFormatting = 32;
/** Its end tag closes whatever stands open inside (`div`, `ul`, `section`). */
export const endClosesContent = 64;
/** Part of a table. */
export const isTablePart = 128;
/** The standard wants an end tag, and browsers do something else where it is missing. */
export const mustClose = 256;
/** A heading, h1 to h6: any heading's end tag closes it. */
export const isHeading = 512;
/** Its start tag ends SVG or MathML. */
export const endsForeign = 1024;
/** Stands in a component's template: its start tag closes at most the element around it, as the compilers have it. */
export const inComponent = 2048;

const rows: readonly (readonly [bits: number, names: string])[] = [
  [isVoid, "area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen"],
  [
    isSpecial,
    `address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details
     dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html
     iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext
     pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul
     wbr xmp`,
  ],
  [isWall, "applet caption html table td th marquee object template select"],
  [
    closesParagraph,
    `address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main
     menu nav ol p search section summary ul h1 h2 h3 h4 h5 h6 pre listing form li dd dt plaintext table hr xmp`,
  ],
  [endIsOptional, "dd dt li optgroup option p rb rp rt rtc tbody td tfoot th thead tr body html head colgroup caption"],
  [isFormatting, "a b big code em font i nobr s small strike strong tt u"],
  [
    endClosesContent,
    `address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header hgroup
     listing main menu nav ol pre search section summary ul applet marquee object select`,
  ],
  [isTablePart, "caption colgroup col tbody thead tfoot tr td th"],
  [
    mustClose,
    `div section main article aside header footer nav search hgroup form fieldset figure figcaption table ul ol dl menu select
     button blockquote details summary dialog template address center`,
  ],
  [isHeading, "h1 h2 h3 h4 h5 h6"],
  [
    endsForeign,
    `b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p
     pre ruby s small span strong strike sub sup table tt u ul var`,
  ],
];

function table(): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const [bit, names] of rows) {
    for (const name of names.split(/\s+/)) bits.set(name, (bits.get(name) ?? 0) | bit);
  }
  return bits;
}

const known = table();

/** Everything the standard says about elements of this (lower-case) name; 0 for names it does not know. */
export function traits(name: string): number {
  return known.get(name) ?? 0;
}

/** The same in a component's template, whose compiler wants an end tag of every element that HTML does not know. */
export function componentTraits(name: string): number {
  return (known.get(name) ?? mustClose | endClosesContent) | inComponent;
}

/** The bits of `HtmlTag.traits` that rules ask for. */
export const elementTraits = { isVoid, endIsOptional, isSpecial, closesParagraph, isFormatting, mustClose } as const;

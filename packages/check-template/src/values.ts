import type { Form } from "./leftovers.ts";

/** What a program writes where it has no value. */
const words = ["undefined", "NaN", "None", "null"] as const;

/** A space as pages write it. */
const space = String.raw`(?:\s|&nbsp;|&#160;|&thinsp;)`;
/** Signs of currencies, before and behind a figure. */
const sign = String.raw`(?:[$€£¥₹₽₺₩]|&euro;|&pound;|&yen;|&dollar;)`;
/** The ends and starts of elements within a line, between a figure and what counts it. */
const inline = String.raw`(?:\s{0,4}</?(?:span|b|strong|i|em|small|sup|sub|bdi|data|font)\b[^<>]{0,100}>\s{0,4}){1,4}`;
/** Currencies by their letters. */
const currency = "CHF|EUR|USD|GBP|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|HUF|INR|BRL|CNY|kr|zł|Kč|Fr|Rs";
/** What a page says before the name of whom it greets. */
const greeting =
  "Hi|Hello|Hey|Dear|Welcome|Welcome back|Hallo|Guten Tag|Guten Morgen|Liebe|Lieber|Willkommen|Bonjour|Salut|Bienvenue|Hola|Ciao|Buongiorno|Olá|Hei|Hej|Hoi|Cześć|Thank you|Thanks|Good morning|Good evening";
const title = String.raw`(?:(?:Mr|Mrs|Ms|Dr|Herr|Frau|Herrn|Madame|Monsieur|Señora?)\.?\s)?`;
/** What is counted, weighed or timed. */
const counted =
  "users|items|new|unread|messages|comments|replies|likes|followers|reviews|ratings|stars|people|members|guests|visitors|visits|views|clicks|orders|products|articles|customers|tickets|seats|places|points|pts|km|kg|lbs|miles|MB|GB|KB|ms|seconds|minutes|hours|days|weeks|months|years|hrs|mins|min|Uhr|Stück|Artikel|Tage|Stunden|Minuten|Punkte|left|remaining|online|ago|in stock";
/** What a figure stands behind, with a colon. */
const label =
  "Total|Subtotal|Sub-total|Grand total|Sum|Price|Amount|Balance|Revenue|Cost|Costs|Tax|VAT|Shipping|Quantity|Qty|Average|Score|Rating|Points|Views|Visits|Likes|Age|Weight|Distance|Duration|Summe|Preis|Betrag|Gesamt|Anzahl|Prix|Montant|Precio|Importe|Totale|Prezzo|Saldo";

/** Says "NaN users", "undefined items" and "None users"; "null results" and "None items" are what people write. */
const countable: Readonly<Record<(typeof words)[number], string>> = {
  undefined: counted,
  NaN: counted,
  None: "users|messages|comments|followers|likes|members|visitors|views|customers|days ago|hours ago|minutes ago",
  null: "unread|new messages|comments|followers|likes|days ago|hours ago|minutes ago|Artikel im|items in",
};

/** The word behind this and before that; the word stands first, since it is what is searched for. */
const between = (before: string, word: string, behind: string): RegExp =>
  new RegExp(String.raw`${word}(?<=${before}${word})${behind}`, "gu");

/** No letter or figure stands there. */
const start = String.raw`(?<![\p{L}\d])`;
const end = String.raw`(?![\p{L}\d])`;

/** Where any of the words stands for a figure, a name or an address. */
const placesOf = (word: (typeof words)[number]): Omit<Form, "hint">[] => [
  // "$NaN", "<i>€</i> undefined" and "CHF undefined"; not "$nullable", "EURNaN"
  {
    kind: "missing",
    pattern: between(String.raw`(?:${sign}(?:${space}?|${inline})|${start}(?:${currency})\.?(?:${space}|${inline}))`, word, end),
  },
  // "NaN %", "undefined&nbsp;€" and "<b>NaN</b> USD"; not "Null % Zinsen", "NaN%2", "NaN % 2"
  {
    kind: "missing",
    pattern: between(
      start,
      word,
      String.raw`(?=(?:${space}?|${inline})(?:%(?!\s+[\d(])|${sign})(?![\p{L}\d%])|(?:${space}|${inline})(?:${currency})${end})`,
    ),
  },
  // "Hello undefined", "Dear Ms. None,"; not "Hello None-the-less"
  { kind: "missing", pattern: between(String.raw`(?<!\p{L})(?:${greeting}),?\s${title}`, word, String.raw`(?=\s*[,.!<])`) },
  // "Posted by undefined"; not "divided by NaN"
  {
    kind: "missing",
    pattern: between(String.raw`\b(?:[Pp]osted|[Ww]ritten|[Cc]reated|[Pp]ublished|[Uu]ploaded|[Uu]pdated)\sby\s`, word, end),
  },
  // "NaN users", "undefined items"; not "undefined behaviour", "None of the users"
  {
    kind: "missing",
    pattern: between(String.raw`(?<![\p{L}\d.'"-])`, word, String.raw`(?=${space}(?:${countable[word]})(?![\p{L}\d-]))`),
  },
  // "/jobs/undefined", "?id=null", "mailto:undefined" and "undefined" alone; not "/docs/null.html", "/Global_Objects/NaN"
  {
    kind: "address",
    pattern: between(
      String.raw`(?:["'/=]|(?:mailto|tel|sms):)(?<!(?:Global_Objects|reference|glossary|api|docs)/)`,
      word,
      `(?=["'/&?#])`,
    ),
  },
  // ">NaN<": all that an element says
  { kind: "figure", pattern: between(String.raw`>\s{0,40}`, word, String.raw`(?=\s{0,40}<)`) },
  // alt="undefined": all that an attribute says
  { kind: "word", pattern: between(`["']`, word, `(?=["'])`) },
];

/** What "None" may stand behind, since it is an answer: "Discount: None". */
const placesOfFigures = (word: string): Omit<Form, "hint">[] => [
  // "Total: NaN", "Price: <b>undefined"; not "Value: NaN"
  {
    kind: "missing",
    pattern: between(
      String.raw`(?<!\p{L})(?:${label})\s?:\s?(?:<[a-z][^<>]{0,100}>\s?){0,2}`,
      word,
      String.raw`(?=\s*[<.,;)]|\s*$)`,
    ),
  },
  // "Page NaN of NaN", "Rated undefined / 5"
  {
    kind: "missing",
    pattern: between(String.raw`\b(?:[Pp]age|Seite|[Rr]ated|[Ss]tep)\s`, word, String.raw`(?=\s?(?:of|von|\/)\s)`),
  },
  { kind: "missing", pattern: between(String.raw`\b(?:[Pp]age|Seite|[Ss]tep)\s\w{1,9}\s?(?:of|von|\/)\s?`, word, end) },
];

/**
 * The forms in which a missing value shows where a figure, a name or an address belongs: `$NaN`, `undefined %`, `Hello None`,
 * `href="/jobs/undefined"`, `<td>NaN</td>`. A page about programming has the words in its prose, where none of these stands.
 */
export const valueForms: readonly Form[] = [
  ...words.flatMap((word) => placesOf(word).map((place): Form => ({ hint: word, ...place }))),
  ...["undefined", "NaN", "null"].flatMap((word) => placesOfFigures(word).map((place): Form => ({ hint: word, ...place }))),
  // "/img/undefined.jpg", "/thumb/avatar_NaN.png"; not "/img/null-island.png", "none.svg"
  { hint: "undefined", kind: "image", pattern: /(?<=[/_-])undefined(?=[._-][\w.-]{0,40}["'\s?#])/g },
  { hint: "NaN", kind: "image", pattern: /(?<=[/_-])NaN(?=[._-][\w.-]{0,40}["'\s?#])/g },
  { hint: "null.", kind: "image", pattern: /(?<=\/)null(?=\.(?:jpe?g|png|webp|gif|avif)["'\s?#])/g },
  { hint: "None.", kind: "image", pattern: /(?<=\/)None(?=\.(?:jpe?g|png|webp|gif|avif)["'\s?#])/g },
  // "Invalid Date" where a date belongs; not "Invalid Date errors"
  {
    hint: "Invalid Date",
    kind: "missing",
    pattern: between(
      String.raw`(?:<(?:time|td|span|p|small|div|dd)\b[^<>]{0,200}>\s{0,40}|\b(?:on|at|since|until|from|Updated|Posted|Date):?\s)`,
      "Invalid Date",
      String.raw`(?=\s{0,40}[<,.)])`,
    ),
  },
];

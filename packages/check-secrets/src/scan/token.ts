import type { CompiledKind } from "../catalogue.ts";
import { checksumHolds } from "../value/checksum.ts";
import { entropy, randomness } from "../value/statistics.ts";
import { isDocumented } from "../value/documented.ts";
import { isPretended } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";

/** The token of this kind that begins at `start`, if there is one and its proof holds. */
export function tokenAt(text: string, start: number, kind: CompiledKind): Candidate | undefined {
  kind.pattern.lastIndex = start;
  const found = kind.pattern.exec(text)?.[0];
  if (found === undefined || !standsAlone(text, start, start + found.length)) return undefined;
  const why = proofOf(found, kind);
  return why === undefined ? undefined : candidate(kind, found, start, why);
}

/** The token of this kind that holds the keyword between `start` and `end`. */
export function tokenAround(text: string, start: number, end: number, kind: CompiledKind): Candidate | undefined {
  const atStart = tokenAt(text, start, kind);
  if (atStart) return atStart;
  const from = Math.max(0, end - Math.min(kind.longest, 400));
  const window = text.slice(from, end + Math.min(kind.longest, 400));
  kind.anywhere.lastIndex = 0;
  for (let found = kind.anywhere.exec(window); found && from + found.index < start; found = kind.anywhere.exec(window)) {
    const token = tokenAt(text, from + found.index, kind);
    if (token && token.end >= end) return token;
    kind.anywhere.lastIndex = found.index + 1;
  }
  return undefined;
}

/** The value as a token of this kind, which the name it is assigned to speaks for. */
export function namedToken(text: string, start: number, end: number, kind: CompiledKind): Candidate | undefined {
  kind.pattern.lastIndex = start;
  const found = kind.pattern.exec(text)?.[0];
  if (found?.length !== end - start || isPretended(found) || isDocumented(found)) return undefined;
  const isNumber = /^[\d:/]+$/.test(found);
  if (entropy(found) < (isNumber ? 2 : Math.min(2.7, found.length / 6))) return undefined;
  if (!isNumber && randomness(found) < 3) return undefined;
  return candidate(kind, found, start, "the name it is assigned to and its shape say so");
}

/** How far a section goes on after the word that begins it, unless an empty line ends it before. */
const section = 240;

/** What names a token within its section: `'token' => '`, `api_key: `; not `id: `. */
const speakingLead = /(?:token|key|secret)["'\])]{0,3}\s{0,4}(?:=>|[:=(,])\s{0,4}["'`]?$/i;

/** The token of this kind in the section that a word of its provider, which ends at `end`, begins. */
export function tokenNear(text: string, end: number, kind: CompiledKind): Candidate | undefined {
  const whole = text.slice(end, end + section + Math.min(kind.longest, 400));
  const window = whole.slice(0, /\n[ \t\r]*\n/.exec(whole)?.index);
  const isTelling = kind.mark !== "" || kind.longest >= 50;
  kind.anywhere.lastIndex = 0;
  for (const found of window.matchAll(kind.anywhere)) {
    const start = end + found.index;
    if (found.index >= section) break;
    if (!isTelling && !speakingLead.test(text.slice(Math.max(0, start - 30), start))) continue;
    if (!standsAlone(text, start, start + found[0].length)) continue;
    const token = namedToken(text, start, start + found[0].length, kind);
    if (token) return { ...token, why: "its provider is named before it, and its shape says so" };
  }
  return undefined;
}

/** Whether the text begins as every token of this kind does, with a mark that nothing else bears: `sk_live_`, not `SK`. */
export function bearsMark(text: string, start: number, kind: CompiledKind): boolean {
  const mark = kind.mark;
  return mark.length >= 4 && /[-_.:]/.test(mark) && text.startsWith(mark, start);
}

function candidate(kind: CompiledKind, found: string, start: number, why: string): Candidate {
  return {
    defect: "provider-token",
    kind: kind.kind.kind,
    title: kind.kind.title,
    start,
    end: start + found.length,
    shown: `${found.slice(0, Math.min(kind.mark.length + 4, found.length - 4))}…`,
    why,
    ...(kind.kind.isId ? { isId: true } : {}),
    sureness: kind.kind.names ? 60 : 80 + Math.min(kind.mark.length, 12) + (kind.kind.proof === "entropy" ? 0 : 1),
  };
}

/** What proves the token; undefined where nothing does. */
function proofOf(found: string, { kind, mark }: CompiledKind): string | undefined {
  if (isPretended(found.slice(mark.length)) || isDocumented(found) || isDocumented(found.slice(mark.length))) return undefined;
  const holds = checksumHolds(found, kind.proof);
  if (holds === true) return "its checksum is right";
  const body = found.slice(mark.length);
  const needed = Math.min(kind.proof === "structure" ? 2.6 : 3, Math.log2(body.length) * 0.72);
  if (entropy(body) < needed) return undefined;
  if (kind.proof === "structure") return "its layout is this kind's";
  if (randomness(body) < 3.3 || (body.length < 60 && !/\d/.test(body) && randomness(body) < 4)) return undefined;
  return holds === false
    ? "its layout is this kind's, although its checksum is wrong"
    : "its layout and its characters' spread are this kind's";
}

/** What colours the text after it on a terminal: `[32m`, `[0;1m`. */
const colour = /\[[\d;]{1,9}m$/;

/** The next step of an address: `/sendMessage`; not `/xQ9`, which may be more of a text in base64. */
const goesOnAsPath = /^\/[a-z]{3,12}(?:[A-Z][a-z]{2,12}){0,3}(?![\w+/=-])/;

/** Whether no letter or digit goes on before or after, and it is no piece of a longer encoded text. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? " ";
  const isEscaped = text[start - 2] === "\\" && /[nrtbf]/.test(before);
  if (/\w/.test(before) && !isEscaped && !(before === "m" && colour.test(text.slice(Math.max(0, start - 12), start))))
    return false;
  if (before === "." && /\w/.test(text[start - 2] ?? " ")) return false;
  if (/[+/]/.test(before) && /^[A-Za-z0-9+/]{20}$/.test(text.slice(Math.max(0, start - 20), start))) return false;
  const after = text[end] ?? " ";
  if (goesOnAsPath.test(text.slice(end, end + 50))) return true;
  return (
    !/\w/.test(after) &&
    !(/[-+/]/.test(after) && /\w/.test(text[end + 1] ?? " ") && /[-+/\w]{12}/.test(text.slice(end, end + 12)))
  );
}

import { isDocumented } from "../../value/documented.ts";
import { isReference } from "../../value/reference.ts";
import { isMachineMade, isPassword, isPhraseFor, isPlaceholder, isStrongPassword } from "../../value/value.ts";
import type { Candidate } from "../candidate.ts";
import { shownOf } from "../url.ts";
import { isProse } from "./comment.ts";

/** How certain the place makes it that a credential stands there, and so what the value must be like. */
type Judge =
  /** A password and nothing else stands there. */
  | "password"
  /** Something else may stand there: the value must be mixed as no word is. */
  | "strong"
  /** As before; words with signs between them as well. */
  | "phrase"
  /** A key that a machine made. */
  | "key"
  /** A shared name that opens: no word of everyday. */
  | "community"
  /** Words that a wallet chose. */
  | "words"
  /** An identifier that is a key here. */
  | "identifier";

/** A place where a credential stands without a name and an operator: in a directive, a statement, a sentence. */
export interface Place {
  /** Fixed texts in lower case, of which one stands in every such place. */
  readonly words: readonly string[];
  /** Sticky; begins where the fixed text does, and the group `s` is the credential. */
  readonly after?: RegExp;
  /** Ends where the fixed text begins, and the group `s` is the credential, unless `after` has it. */
  readonly before?: RegExp;
  /** Files in which the place means what it says; all where there is none. */
  readonly path?: RegExp;
  /** In a program, only what stands in a comment counts. */
  readonly isProse?: true;
  readonly judge: Judge;
  readonly title: string;
}

const reach = 260;

/** The credential at the place whose fixed text begins at `start`. */
export function credentialAt(place: Place, text: string, start: number, path: string): Candidate | undefined {
  if (place.path !== undefined && !place.path.test(path)) return undefined;
  if (place.isProse && !isProse(text, start, path)) return undefined;
  // What follows is tried at one place, what stands before at many: most are done with by the first.
  if (place.after) place.after.lastIndex = start;
  const after = place.after?.exec(text);
  if (after === null) return undefined;
  const from = Math.max(0, start - reach);
  const before = place.before?.exec(text.slice(from, start));
  if (before === null) return undefined;
  const inside = after?.groups?.s === undefined ? before : after;
  const value = inside?.groups?.s;
  if (inside === undefined || value === undefined) return undefined;
  const at = (inside === before ? from : 0) + inside.index + inside[0].lastIndexOf(value);
  return candidate(place, trimmed(value), at);
}

/** What ends a sentence or closes a bracket is no part of the value. */
function trimmed(value: string): string {
  return value.replace(/[.,;:)\]"'`*]+$/, (end) => (/^[.*]$/.test(end) && value.length > 1 ? end : ""));
}

function candidate({ judge, title, isProse: isTold }: Place, value: string, start: number): Candidate | undefined {
  if (!isCredential(value, judge) || (isTold && identifierOf.test(value))) return undefined;
  return {
    defect: "assigned-credential",
    kind: judge === "password" || judge === "strong" ? "password" : "secret-key",
    title,
    start,
    end: start + value.length,
    shown: shownOf(value),
    why: "it stands where a credential has its place",
    // What has a name and an operator is told better by those.
    sureness: isTold ? 30 : 41,
  };
}

/** Names of programs that a comment speaks of: `addInt32PrefixedString`, `.fromProto3JSON`; not `Otter4293`. */
const identifierOf = /^[A-Za-z]{3,30}\d{1,2}[A-Z][A-Za-z]{3,30}$|^\.[A-Za-z]\w{1,60}$/;

const identifier = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What manuals write in the place of a key: `SECUREKEY10`; not `K3Y`. */
const label = /^[A-Z]{4,40}\d{0,2}$/;

/** Whether the words may be a wallet's: those of standards' vectors and of test networks repeat themselves or are documented. */
function isSeed(value: string): boolean {
  const words = value.split(" ");
  return (
    new Set(words).size >= words.length - 1 &&
    !isDocumented(value) &&
    !words.some((one) => /^(?:the|and|for|with|your|word|words|seed|test)$/.test(one))
  );
}

/** Whether the value is a credential, as far as the place leaves that open. */
function isCredential(value: string, judge: Judge): boolean {
  if (judge === "identifier") return identifier.test(value) && new Set(value).size >= 10;
  if (judge === "words") return isSeed(value);
  if (isPlaceholder(value) || isReference(value) || isDocumented(value)) return false;
  if (judge === "key") return isMachineMade(value);
  if (judge === "strong") return isStrongPassword(value) || (!value.includes("_") && isPhraseFor("", value, true));
  if (judge === "phrase") return isStrongPassword(value) || (!value.includes("_") && isPhraseFor("passphrase", value, true));
  if (judge === "community") return value.length >= 8 && /\d/.test(value) && isPassword(value, true);
  return !label.test(value) && (isPassword(value, true) || isPhraseFor("passphrase", value, true));
}

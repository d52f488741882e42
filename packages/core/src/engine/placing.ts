import { createHmac, randomBytes } from "node:crypto";
import { fingerprinter } from "../fingerprint.ts";
import type { Excerpt, Finding, Place, RelatedPlace } from "../finding.ts";
import type { SourceFile } from "../language.ts";
import { linesOf, type Lines } from "../lines.ts";
import { maskOf, type Mask } from "../mask.ts";
import type { Range, Report, Rule } from "../rule.ts";
import { placedRepairs, type Elsewhere } from "./placed-repairs.ts";

/** A report with the rule that made it. */
export interface RuleReport {
  readonly rule: Rule;
  readonly report: Report;
}

/** A finding with what the engine needs to know of it and no reader may see. */
export interface Placed {
  readonly finding: Finding;
  readonly secret: boolean;
  /** What tells old from new: for a secret its value, otherwise the fingerprint. */
  readonly identity: string;
  /** What the file's name holds and no output may show. */
  readonly hides: readonly string[];
}

export const isSecret = (rule: Rule) => rule.kind === "file" && rule.secret === true;

/** Turns the reports about one file into findings: lines and columns, fingerprints, and every secret of the file masked. */
export function placed(
  file: SourceFile,
  reports: readonly RuleReport[],
  commit: string | null,
  elsewhere: Elsewhere = () => undefined,
): readonly Placed[] {
  if (reports.length === 0) return [];
  const lines = linesOf(file.text);
  const secrets = reports.filter(({ rule }) => isSecret(rule));
  const hides = secrets.flatMap(({ report }) => report.hides ?? []);
  const veils = secrets.flatMap(({ report }) => report.veils ?? []);
  const longest = longestOf([...secrets.map(({ report }) => report.at), ...veils], hides);
  const mask = maskOf(
    file.text,
    secrets.map(({ report }) => report.at),
    hides,
  );
  const veil = veilOf(file, veils);
  const fingerprint = fingerprinter(file.path);
  const inOrder = [...reports].sort((a, b) => a.report.at[0] - b.report.at[0] || (a.rule.id < b.rule.id ? -1 : 1));
  return inOrder.map(({ rule, report }) => {
    const place = lines.place(report.at);
    const secret = isSecret(rule);
    const lastLine = secret ? place.endLine : place.line;
    const value = report.hides?.join("\0") ?? valueAt(file, report.at);
    const print = fingerprint(rule.id, textOf(lines, place.line, lastLine));
    const finding: Finding = {
      rule: rule.id,
      path: mask(file.path),
      ...place,
      message: mask(report.message),
      help: report.help === undefined ? null : mask(report.help),
      related: relatedPlaces(report, file.path, lines, mask, elsewhere),
      incidents: rule.incidents,
      fingerprint: print,
      new: true,
      commit,
      excerpt: excerptOf(lines, place, { mask: (text) => veil(mask(text)), longest }),
      fix: report.fix ?? [],
      unsafeFix: report.unsafeFix ?? report.choices?.[0]?.edits ?? [],
      ...(report.move && { move: report.move }),
      repairs: placedRepairs(report, { path: file.path, lines, mask, elsewhere }),
      ...(secret && { secretMark: markOf(value) }),
    };
    return { finding, secret, identity: secret ? `${rule.id}\0${value}` : print, hides };
  });
}

/** Masks what stands beside a secret and may be one, in excerpts only: elsewhere a word of it may mean something else. */
function veilOf(file: SourceFile, veils: readonly Range[]): Mask {
  return veils.length === 0 ? (text) => text : maskOf(file.text, veils);
}

let salt: Buffer | undefined;

function markOf(value: string): string {
  salt ??= randomBytes(32);
  return createHmac("sha256", salt).update(value).digest("base64url");
}

const valueAt = (file: SourceFile, [start, end]: Range) => file.text.slice(start, end);

function textOf(lines: Lines, first: number, last: number): string {
  const texts: string[] = [];
  for (let line = first; line <= last; line++) texts.push(lines.text(line));
  return texts.join("\n");
}

const excerptLines = 3;
const excerptWidth = 160;

/** How much of a long line is masked on each side of the wrong range before it is cut: masked text is shorter. */
const maskedWidth = 4096;

/** A mask, and the length of the longest text that it hides. */
interface Masking {
  readonly mask: Mask;
  readonly longest: number;
}

/** The length of the longest text to be hidden, in a loop: a file may have thousands. */
function longestOf(ranges: readonly Range[], texts: readonly string[]): number {
  let most = 0;
  for (const [start, end] of ranges) most = Math.max(most, end - start);
  for (const { length } of texts) most = Math.max(most, length);
  return most;
}

/** The end of a text, masked. What the cut may have left of a secret lies within the length of the longest, and goes. */
function maskedEnd(text: string, { mask, longest }: Masking): string {
  const width = maskedWidth + 2 * longest;
  return text.length <= width ? mask(text) : mask(text.slice(-width)).slice(longest);
}

/** The beginning of a text, masked, likewise. */
function maskedBeginning(text: string, { mask, longest }: Masking): string {
  const width = maskedWidth + 2 * longest;
  if (text.length <= width) return mask(text);
  const masked = mask(text.slice(0, width));
  return masked.slice(0, Math.max(0, masked.length - longest));
}

/** The lines of a place as they may be shown, each cut to a window round the wrong range. */
function excerptOf(lines: Lines, place: Place, masking: Masking): readonly Excerpt[] {
  const excerpts: Excerpt[] = [];
  for (let line = place.line; line <= Math.min(place.endLine, place.line + excerptLines - 1); line++) {
    const text = lines.text(line);
    const start = line === place.line ? place.column - 1 : text.length - text.trimStart().length;
    const end = line === place.endLine ? place.endColumn - 1 : text.length;
    excerpts.push(
      excerptWindow(
        line,
        maskedEnd(text.slice(0, start), masking),
        masking.mask(text.slice(start, Math.max(start, end))),
        maskedBeginning(text.slice(end), masking),
      ),
    );
  }
  return excerpts;
}

function excerptWindow(line: number, before: string, marked: string, after: string): Excerpt {
  const lead = before.length > excerptWidth / 2 ? `…${before.slice(-excerptWidth / 2)}` : before;
  const middle = marked.length > excerptWidth ? `${marked.slice(0, excerptWidth)}…` : marked;
  const room = Math.max(0, excerptWidth - lead.length - middle.length);
  const tail = after.length > room ? `${after.slice(0, room)}…` : after;
  return { line, text: lead + middle + tail, from: lead.length, to: lead.length + middle.length };
}

function relatedPlaces(
  report: Report,
  ownPath: string,
  ownLines: Lines,
  mask: Mask,
  elsewhere: Elsewhere,
): readonly RelatedPlace[] {
  return (report.related ?? []).map(({ path, at, message }) => {
    const lines = path === undefined || path === ownPath ? ownLines : elsewhere(path);
    const { line, column } = lines?.place(at) ?? { line: 1, column: 1 };
    return { path: mask(path ?? ownPath), line, column, message: mask(message) };
  });
}

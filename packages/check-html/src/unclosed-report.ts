import type { Edit, Report } from "@failcheck/core";
import type { HtmlPage, HtmlTag } from "@failcheck/languages";
import { branchEnds } from "./repair/brackets.ts";
import { wholeLine } from "./repair/equal-cuts.ts";
import type { LostTag } from "./repair/lost-tags.ts";

/** Words a finding about one tag that lost its other half. */
export function lostTagReport(page: HtmlPage, lost: LostTag, when: string | undefined): Report {
  const report = reportOf(page, lost);
  return when === undefined ? report : { ...report, message: `${report.message} ${when}` };
}

function reportOf(page: HtmlPage, lost: LostTag): Report {
  if (lost.kind === "early") return earlyReport(lost);
  return lost.kind === "stray" ? strayReport(page, lost) : unclosedReport(page, lost);
}

function earlyReport({ tag }: LostTag): Report {
  return {
    at: tag.at,
    message: `</${tag.name}> stands before the end tag of an element inside`,
    help: "close the inner element first: elements may not cross",
  };
}

function unclosedReport(page: HtmlPage, { tag, before, rivals, equals = [] }: LostTag): Report {
  const others = [...new Set([...equals, ...rivals])];
  const shown = shownTag(page, tag);
  const at = insertionPoint(page, Math.min(before?.at[0] ?? page.at[1], branchEnds(page).get(tag) ?? Infinity));
  const edits = rivals.length === 0 ? { fix: [closing(page, tag, at)] } : {};
  return {
    at: tag.at,
    message:
      others.length === 0
        ? `${shown} opened here is never closed`
        : `one <${tag.name}> of ${candidates(page, [tag, ...others])} is never closed`,
    help: `add </${tag.name}> after line ${lineOf(page, at)}`,
    related: [
      { at: [at, at], message: `</${tag.name}> belongs here` },
      ...others
        .slice(0, mostNamed)
        .map((rival) => ({ at: rival.at, message: `${shownTag(page, rival)} may be the one instead` })),
    ],
    ...edits,
  };
}

function strayReport(page: HtmlPage, { tag, rivals }: LostTag): Report {
  const others = rivals.filter((rival) => !inOneRun(page, tag, rival));
  return {
    at: tag.at,
    message:
      others.length === 0
        ? `</${tag.name}> closes nothing`
        : `one </${tag.name}> of ${candidates(page, [tag, ...rivals])} closes nothing`,
    help: `remove it, or add the <${tag.name}> that it should close`,
    related: rivals.map((rival) => ({ at: rival.at, message: "may be the one instead" })),
    ...(others.length === 0 ? { unsafeFix: [{ at: wholeLine(page.source, tag.at), text: "" }] } : {}),
  };
}

/** Of equal end tags with nothing but white space between them it makes no difference which one goes. */
function inOneRun(page: HtmlPage, tag: HtmlTag, rival: HtmlTag): boolean {
  const [a, b] = tag.at[0] < rival.at[0] ? [tag, rival] : [rival, tag];
  return a.name === b.name && page.markup.slice(a.at[1], b.at[0]).replaceAll(`</${a.name}>`, "").trim() === "";
}

/** Findings about `<div/>`: browsers ignore the slash, so the element stays open. */
export function* slashReports(page: HtmlPage, names: ReadonlySet<string>): Iterable<Report> {
  for (const tag of page.tags) {
    if (!tag.ignoredSlash || !names.has(tag.name) || isQuoted(page, tag)) continue;
    const slash = page.markup.lastIndexOf("/", tag.at[1]);
    yield {
      at: tag.at,
      message: `the slash of ${shownTag(page, tag)} is ignored: the element stays open`,
      help: `write <${tag.name}></${tag.name}>`,
      fix: [{ at: [slash, tag.at[1]], text: `></${tag.name}>` }],
    };
  }
}

/** Whether the tag is a string in the text, as in `createElement("<div/>")`. */
function isQuoted({ source }: HtmlPage, { at: [start, end] }: HtmlTag): boolean {
  const quote = source[start - 1];
  return (quote === '"' || quote === "'" || quote === "`") && source[end] === quote;
}

/** Findings about tags without their `>`: what stands behind is read as a part of them. */
export function* cutReports(page: HtmlPage, names: ReadonlySet<string>): Iterable<Report> {
  for (const tag of page.tags) {
    if (!isCut(page, tag) || !names.has(tag.name)) continue;
    const isLast = page.markup.slice(tag.at[1], page.at[1]).trim() === "";
    const lineEnd = page.source.indexOf("\n", tag.at[0]);
    yield {
      at: [tag.at[0], lineEnd < 0 ? tag.at[1] : Math.min(lineEnd, tag.at[1])],
      message: isLast
        ? `${shownTag(page, tag)} is cut off by the end of the page`
        : `${shownTag(page, tag)} lacks its ">" and swallows what stands behind it`,
      ...(tag.kind === "start"
        ? { help: "write the tag to its end" }
        : { help: `write </${tag.name}>`, fix: [{ at: [tag.at[1], tag.at[1]], text: ">" }] }),
    };
  }
}

/** A tag that does not come to its `>`. */
export const isCut = ({ markup }: HtmlPage, { at }: HtmlTag): boolean => markup.charCodeAt(at[1] - 1) !== 62;

/** The tag as it stands in the file, shortened where it is long. */
function shownTag(page: HtmlPage, tag: HtmlTag): string {
  const text = page.source.slice(...tag.at).replace(/\s+/g, " ");
  return text.length <= 60 ? text : `${text.slice(0, 57)}…>`;
}

/** Behind the last thing that is not a comment before this offset. */
function insertionPoint(page: HtmlPage, offset: number): number {
  let end = beforeSpace(page, offset);
  for (let comment = endingAt(page, end); comment !== undefined; comment = endingAt(page, end)) end = beforeSpace(page, comment);
  return end;
}

function beforeSpace({ markup, at, templateTags }: HtmlPage, offset: number): number {
  const ends = new Set(templateTags.map((tag) => tag.at[1]));
  let end = offset;
  while (end > at[0] && /\s/.test(markup[end - 1] ?? "") && !ends.has(end)) end--;
  return end;
}

const endingAt = (page: HtmlPage, end: number): number | undefined => page.comments.find((comment) => comment[1] === end)?.[0];

function closing(page: HtmlPage, tag: HtmlTag, at: number): Edit {
  const text = page.source;
  const lineStart = text.lastIndexOf("\n", tag.at[0] - 1) + 1;
  const indent = text.slice(lineStart, tag.at[0]);
  const sameLine = !text.slice(tag.at[0], at).includes("\n") || indent.trim() !== "";
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return { at: [at, at], text: sameLine ? `</${tag.name}>` : `${newline}${indent}</${tag.name}>` };
}

function lineOf(page: HtmlPage, offset: number): number {
  let line = 1;
  for (let at = page.source.indexOf("\n"); at >= 0 && at < offset; at = page.source.indexOf("\n", at + 1)) line++;
  return line;
}

/** Nobody reads further down a list of candidates. */
const mostNamed = 20;

/** The lines of the candidates; of one line, how many stand there, and of very many the first and the last. */
function candidates(page: HtmlPage, tags: readonly HtmlTag[]): string {
  const starts = tags.map(({ at }) => at[0]).sort((a, b) => a - b);
  const first = lineOf(page, starts[0] ?? 0);
  const last = lineOf(page, starts.at(-1) ?? 0);
  if (first === last) return `the ${String(tags.length)} in line ${String(first)}`;
  if (tags.length > mostNamed + 1) return `the ${String(tags.length)} from line ${String(first)} to ${String(last)}`;
  const lines = [...new Set(starts.map((start) => lineOf(page, start)))];
  return `lines ${lines.slice(0, -1).join(", ")} or ${String(lines.at(-1))}`;
}

import type { Report, Repository, SourceFile } from "@failcheck/core";
import { html, type HtmlPage } from "@failcheck/languages";
import { isSound } from "../blamed-reading.ts";
import { isWhole } from "../half-page.ts";
import { includesIn } from "./includes.ts";
import { groupOf, isMadeWhole, type Member, pageOf } from "./joined.ts";

/** What is wrong with a page, be it one file or several in a row. */
type Judge = (page: HtmlPage) => Iterable<Report>;

/**
 * Looks at the findings of one file with the others at hand: of a declared group the whole is judged, and what a part lacks may
 * stand in the part beside it.
 */
export async function reviewed(
  reports: readonly Report[],
  file: SourceFile,
  repository: Repository,
  { groups, judge }: { readonly groups: readonly (readonly string[])[]; readonly judge: Judge },
): Promise<readonly Report[]> {
  if (!html.matches(file.path)) return reports;
  const text = async (path: string) => (path === file.path ? file.text : (await repository.read(path))?.text);
  const members = await groupOf(groups, file.path, text);
  if (members !== undefined) return groupReports(members, file, repository, { groups, judge });
  if (reports.length === 0) return reports;
  const [page] = (await repository.tree(html, file.path))?.pages ?? [];
  if (page === undefined || (isWhole(page) && includesIn(file.text).length === 0)) return reports;
  if (!(await isMadeWhole(repository, file.path, isBlameless))) return reports;
  return reports.filter(({ at }) => page.tags.some((tag) => tag.ignoredSlash && tag.at[0] === at[0]));
}

/** On every way that was tried the page comes out even. */
const isBlameless = (page: HtmlPage): boolean => page.readings().ways.every(({ tags }) => isSound(page.nest(tags)));

/** What is wrong with a group and stands in this file; where the fault stands in another file, but came with this one, its last tag. */
async function groupReports(
  members: readonly Member[],
  file: SourceFile,
  repository: Repository,
  { groups, judge }: { readonly groups: readonly (readonly string[])[]; readonly judge: Judge },
): Promise<readonly Report[]> {
  const own = members.find(({ path }) => path === file.path);
  const all = await judgedGroup(members, judge);
  if (own === undefined || all.length === 0) return [];
  const here = all.filter(({ at }) => memberAt(members, at[0]) === own).map((report) => placed(report, members, own));
  if (here.length > 0 || repository.previous === undefined) return here;
  const [first] = all;
  const culprit = first && memberAt(members, first.at[0]);
  if (first === undefined || culprit === undefined || !(await isUntouched(repository, culprit.path))) return [];
  const before = await groupOf(groups, file.path, async (path) => (await repository.previous?.(path))?.text);
  const wasWrong = before !== undefined && (await judgedGroup(before, judge)).length > 0;
  return wasWrong ? [] : [foreign(first, members, file)];
}

/** A file that changed has its own findings. */
const isUntouched = async (repository: Repository, path: string): Promise<boolean> =>
  (await repository.previous?.(path))?.text === (await repository.read(path))?.text;

async function judgedGroup(members: readonly Member[], judge: Judge): Promise<Report[]> {
  const page = await pageOf(members[0]?.path ?? "", members.map(({ text }) => text).join(""));
  return page === undefined ? [] : [...judge(page)];
}

const memberAt = (members: readonly Member[], offset: number): Member | undefined =>
  members.findLast(({ from }) => from <= offset);

/** The report with every place in the file where it stands. */
function placed({ related = [], fix, unsafeFix, help, ...report }: Report, members: readonly Member[], own: Member): Report {
  const moved = <Place extends { readonly at: readonly [number, number] }>(place: Place): Place & { readonly path?: string } => {
    const member = memberAt(members, place.at[0]) ?? own;
    const at = [place.at[0] - member.from, place.at[1] - member.from] as const;
    return { ...place, at, ...(member !== own && { path: member.path }) };
  };
  return {
    ...report,
    message: withOwnLines(report.message, members, own),
    ...(help !== undefined && { help: withOwnLines(help, members, own) }),
    at: moved({ at: report.at }).at,
    related: related.map(moved),
    ...(fix && { fix: fix.map(moved) }),
    ...(unsafeFix && { unsafeFix: unsafeFix.map(moved) }),
  };
}

/** A text that speaks of lines of the group, with those of the file; of another file's, the file is named. */
function withOwnLines(text: string, members: readonly Member[], own: Member): string {
  return text.replace(/\blines? \d[\d, or]{0,400}/g, (lines) =>
    lines.replace(/\d+/g, (line) => {
      let local = Number(line);
      for (const { path, text: content } of members) {
        const length = content.split("\n").length - 1;
        if (local <= length || path === members.at(-1)?.path)
          return path === own.path ? String(local) : `${path}:${String(local)}`;
        local -= length;
      }
      return line;
    }),
  );
}

function foreign({ at, message, help }: Report, members: readonly Member[], file: SourceFile): Report {
  const last = file.text.trimEnd().length;
  const member = memberAt(members, at[0]);
  const from = at[0] - (member?.from ?? 0);
  const here = members.find(({ path }) => path === file.path);
  const own = (said: string): string => (here === undefined ? said : withOwnLines(said, members, here));
  return {
    at: [Math.max(0, last - 1), last],
    message: `with ${members.flatMap(({ path }) => (path === file.path ? [] : [path])).join(", ")}: ${own(message)}`,
    ...(help !== undefined && { help: own(help) }),
    related:
      member === undefined ? [] : [{ path: member.path, at: [from, from + at[1] - at[0]], message: "the tag that is meant" }],
  };
}

import { changeRule, type Report } from "@failcheck/core";
import {
  html,
  htmlInMarkdown,
  htmlInPython,
  htmlInTypescript,
  type HtmlNesting,
  type HtmlPage,
  type HtmlTag,
  type HtmlTree,
} from "@failcheck/languages";
import * as v from "valibot";
import { type Blamed, blamedReading, isSound, pairsAround } from "./blamed-reading.ts";
import { mayBeHalf } from "./half-page.ts";
import { isBlockHalf } from "./halves/block-half.ts";
import { reviewed } from "./halves/review.ts";
import { lostByChange } from "./repair/kept-pairs.ts";
import { crossed, type LostTag, lostTags } from "./repair/lost-tags.ts";
import { cutReports, isCut, lostTagReport, slashReports } from "./unclosed-report.ts";

const options = v.object({
  also: v.optional(v.pipe(v.array(v.string()), v.description("The elements that are held to it beside `div`.")), [
    "section",
    "main",
    "article",
    "aside",
    "header",
    "footer",
    "nav",
  ]),
  groups: v.optional(
    v.pipe(
      v.array(v.array(v.string())),
      v.description(
        "Files that make one page in this order, like `[[header.php, footer.php]]`, in any folder: they are judged together.",
      ),
    ),
    [],
  ),
});

/** The opening tag that lost its end, or the end tag that closes nothing, is named where it stands. */
export const unclosedDiv = changeRule<HtmlTree, v.InferOutput<typeof options>>({
  id: "html/unclosed-div",
  title: "Every div, and every section, that is opened is closed where it belongs.",
  incidents: ["P-11"],
  compares: [html, htmlInMarkdown, htmlInPython, htmlInTypescript],
  options,
  mentions: ({ also }) => ["div", ...also].flatMap((name) => [`<${name}`, `</${name}`]),
  *check(before, after, file, { also }) {
    const names = new Set(["div", ...also]);
    const comparable = before?.pages.length === after?.pages.length ? (before?.pages ?? []) : [];
    for (const [index, page] of (after?.pages ?? []).entries()) {
      for (const report of pageReports(comparable[index], page, file.path, names))
        yield* confirmed(report, page, after?.problems);
    }
  },
  review: (reports, file, repository, { also, groups }) => {
    const judge = (page: HtmlPage) => pageReports(undefined, page, undefined, new Set(["div", ...also]));
    return reviewed(reports, file, repository, { groups, judge });
  },
});

/** In JSX the parser has the word: its own error, at or behind the tag, is the proof. */
function confirmed(report: Report, page: HtmlPage, problems: HtmlTree["problems"] = []): readonly Report[] {
  if (page.dialect !== "jsx") return [report];
  const isHere = (at: readonly [number, number]) =>
    at[1] >= page.at[0] && (at[0] < page.at[1] || page.at[1] === page.source.length);
  const proof = problems.find(({ at, message }) => isHere(at) || message.includes("closing tag"));
  if (proof === undefined) return [];
  return [{ ...report, related: [...(report.related ?? []), { at: proof.at, message: `the parser: ${proof.message}` }] }];
}

/** What is wrong with a page; without a path it is known to be no half of one. */
function* pageReports(
  before: HtmlPage | undefined,
  page: HtmlPage,
  path: string | undefined,
  names: ReadonlySet<string>,
): Iterable<Report> {
  yield* newOnly(before && slashReports(before, names), before, slashReports(page, names), page);
  yield* newOnly(before && cutReports(before, names), before, cutReports(page, names), page);
  const blamed = blame(page);
  if (blamed === undefined) return;
  const tags = slashesTaken(blamed.tags);
  const wasWrong = before && blame(before);
  const byChange = before === undefined || wasWrong !== undefined ? undefined : lostByChange(before, page, tags, blamed.nesting);
  const lost = byChange ? judged(byChange, blamed.nesting, names) : asked(page, tags, blamed.nesting, names);
  if (path !== undefined && byChange === undefined && mayBeHalf(page, path, blamed.nesting, lost)) return;
  const reports = lost
    .filter(({ tag }) => !isCut(page, tag) && !isBlockHalf(page, tag))
    .map((tag) => lostTagReport(page, tag, blamed.when));
  if (before === undefined || wasWrong === undefined) yield* reports;
  else
    yield* newOnly(
      asked(before, slashesTaken(wasWrong.tags), wasWrong.nesting, names).map((tag) => lostTagReport(before, tag, undefined)),
      before,
      reports,
      page,
    );
}

/** The lost tags of the elements asked about. */
function asked(page: HtmlPage, tags: readonly HtmlTag[], nesting: HtmlNesting, names: ReadonlySet<string>): LostTag[] {
  return judged(lostTags(page, tags, nesting, pairsAround(page, tags)), nesting, names);
}

/** Those of the elements asked about, or where there are none, whose end tags cross those that are blamed. */
function judged(lost: readonly LostTag[], nesting: HtmlNesting, names: ReadonlySet<string>): LostTag[] {
  const found = lost.filter(({ tag, late }) => names.has(tag.name) || (late !== undefined && names.has(late.name)));
  return found.length > 0 ? found : crossed(nesting, names);
}

const blame = (page: HtmlPage): Blamed | undefined => blamedReading(page, (tags) => nestLeniently(page, tags));

/** The reports whose tag, as it is written, was not reported on the old side already. */
function* newOnly(
  old: Iterable<Report> | undefined,
  before: HtmlPage | undefined,
  reports: Iterable<Report>,
  page: HtmlPage,
): Iterable<Report> {
  const known = [...(old ?? [])].map(({ at }) => before?.source.slice(...at));
  for (const report of reports) {
    const at = known.indexOf(page.source.slice(...report.at));
    if (at < 0) yield report;
    else known.splice(at, 1);
  }
}

/** Nests the tags as they stand; where that does not come out even, with each `<div/>` taken for closed. */
function nestLeniently(page: HtmlPage, tags: readonly HtmlTag[]): HtmlNesting {
  const nesting = tags === page.tags ? page.nesting() : page.nest(tags);
  return isSound(nesting) || !tags.some(({ ignoredSlash }) => ignoredSlash) ? nesting : page.nest(slashesTaken(tags));
}

/** The tags with each `<div/>` taken for closed, since that has its own finding. */
function slashesTaken(tags: readonly HtmlTag[]): readonly HtmlTag[] {
  return tags.map((tag) => (tag.ignoredSlash ? { ...tag, selfClosing: true } : tag));
}

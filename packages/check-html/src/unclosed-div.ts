import { changeRule, type Report } from "@failcheck/core";
import { html, type HtmlNesting, type HtmlPage, type HtmlTag, type HtmlTree } from "@failcheck/languages";
import * as v from "valibot";
import { lostTags } from "./repair/lost-tags.ts";
import { lostTagReport, slashReports } from "./unclosed-report.ts";

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
});

/** The opening tag that lost its end, or the end tag that closes nothing, is named where it stands. */
export const unclosedDiv = changeRule<HtmlTree, v.InferOutput<typeof options>>({
  id: "html/unclosed-div",
  title: "Every div, and every section, that is opened is closed where it belongs.",
  incidents: ["P-11"],
  compares: html,
  options,
  *check(_before, after, _file, { also }) {
    const names = new Set(["div", ...also]);
    for (const page of after?.pages ?? []) yield* pageReports(page, names);
  },
});

function* pageReports(page: HtmlPage, names: ReadonlySet<string>): Iterable<Report> {
  yield* slashReports(page, names);
  if (isSound(page.nesting())) return;
  const tags = slashesTaken(page);
  if (isSound(page.nest(tags))) return;
  for (const lost of lostTags(page, tags)) {
    if (names.has(lost.tag.name)) yield lostTagReport(page, lost);
  }
}

const isSound = ({ unclosed, stray }: HtmlNesting): boolean => unclosed.length === 0 && stray.length === 0;

/** The tags with each `<div/>` taken for closed, since that has its own finding. */
function slashesTaken(page: HtmlPage): readonly HtmlTag[] {
  return page.tags.map((tag) => (tag.ignoredSlash ? { ...tag, selfClosing: true } : tag));
}

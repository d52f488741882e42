import { fileRule, type Report } from "@failcheck/core";
import { html, type HtmlPage, type HtmlTree } from "@failcheck/languages";
import * as v from "valibot";
import { leftovers, type Leftover } from "./leftovers.ts";
import { liveClient } from "./live-client.ts";
import { isPublished } from "./published.ts";
import { shownIn } from "./shown.ts";

const globList = (description: string) => v.optional(v.pipe(v.array(v.string()), v.description(description)), []);

const options = v.object({
  output: globList("Globs of pages that readers get as they are, whatever their folder is called."),
  source: globList("Globs of templates, whatever their folder is called."),
});

/** A tag of a template engine that nobody rendered stands where a reader sees it. */
export const rawTag = fileRule<HtmlTree, v.InferOutput<typeof options>>({
  id: "template/raw-tag",
  title: "No template tag reaches the reader of a published page.",
  incidents: ["P-10"],
  reads: html,
  options,
  *check(tree, file, { output, source }) {
    for (const page of tree.pages) {
      const found = leftovers(page.source);
      if (found.length > 0 && isPublished(page, file.path, { output, source })) yield* reports(page, found);
    }
  },
});

function* reports(page: HtmlPage, found: readonly Leftover[]): Iterable<Report> {
  const isLive = liveClient(page);
  const isShown = shownIn(page);
  let end = 0;
  for (const leftover of found) {
    if (leftover.at[0] < end || !isShown(leftover) || isLive(leftover.at[0])) continue;
    end = leftover.at[1];
    const text = page.source.slice(...leftover.at).replace(/\s+/g, " ");
    const shown = text.length <= 60 ? text : `${text.slice(0, 57)}…`;
    yield { at: leftover.at, message: `${shown} reaches the reader as it stands`, help: leftover.help };
  }
}

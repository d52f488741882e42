import { repositoryRule } from "@failcheck/core";
import { isMarkdown } from "@failcheck/languages";
import * as v from "valibot";

const options = v.strictObject({
  except: v.pipe(
    v.optional(v.array(v.string()), []),
    v.description("Targets that need not exist, by path or pattern: the pages of a wiki, what a build makes."),
  ),
  code: v.pipe(v.optional(v.boolean(), true), v.description("Whether paths in backticks and cited lines are looked at.")),
});

type Options = v.InferOutput<typeof options>;

/** A document without any of these refers to nothing: addresses, code, and a cited line such as `a.ts:109`. */
const mentions = ["](", "]:", "href", "src", "`", ...Array.from({ length: 10 }, (_, digit) => `:${digit}`)];

/** Reports links, anchors, paths and cited lines that lead nowhere. */
export const danglingReference = repositoryRule<Options>({
  id: "docs/dangling-reference",
  title: "What a document refers to exists: linked files, anchors, paths in backticks, cited lines.",
  incidents: ["Z-S45"],
  options,
  mentions: () => mentions,
  // A document without any reference may have lost the heading that another one leads to.
  losses: true,
  concerns: (path, _options, exists) => isMarkdown(path) || !exists,
  // What judges references is loaded only where a document is looked at.
  async *check(repository, options) {
    const { danglingReferences } = await import("./references/dangling.ts");
    yield* danglingReferences(repository, options);
  },
});

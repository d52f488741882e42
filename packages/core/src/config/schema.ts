import * as v from "valibot";
import { globProblem } from "../globs.ts";

/** What is left out. One that begins with `!` would leave out everything else. */
const ignored = v.pipe(
  v.string(),
  v.check((glob) => !glob.startsWith("!"), 'begins with "!" and would leave out everything else: name what is left out'),
  v.check(
    (glob) => globProblem(glob) === undefined,
    ({ input }) => globProblem(input) ?? "",
  ),
);

/** A failure log of the project, and how its entries are found. */
const logSource = v.strictObject({
  source: v.pipe(v.string(), v.check(isInside, "leads out of the repository: name a file below its root")),
  format: v.literal("headings"),
  id: v.pipe(v.string(), v.check(isPattern, "is no regular expression")),
});

/** The shape of failcheck.yaml; the options under `rules` are checked by each rule's own schema, entries under `custom` by their kind's. */
export const configSchema = v.strictObject({
  ignore: v.optional(v.array(ignored), []),
  incidents: v.optional(v.array(logSource), []),
  custom: v.optional(v.array(v.looseObject({ id: v.string(), kind: v.string() })), []),
  rules: v.optional(v.record(v.string(), v.union([v.boolean(), v.record(v.string(), v.unknown())])), {}),
});

export type RawConfig = v.InferOutput<typeof configSchema>;

/** Whether a path stays below the root: `docs/log.md`; not `../log.md`, `/etc/passwd` or `C:\\log.md`. */
function isInside(path: string): boolean {
  return !/^(?:[/\\]|[A-Za-z]:)/.test(path) && !path.split(/[/\\]/).includes("..");
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    // The constructor throws for exactly this reason; the caller words the error.
    return false;
  }
}

import { configFiles, globs, type CustomEntry, type CustomKind, type FileRule, type PathMatcher } from "@failcheck/core";
import * as v from "valibot";

/** What every custom rule says of itself, whatever its kind. */
export const common = {
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,60}\/[\w-]{1,60}$/, 'must be of the form "area/defect"')),
  incident: v.optional(v.pipe(v.string(), v.nonEmpty("must not be empty"))),
  /** Globs of the files it is about. */
  paths: v.optional(v.array(v.string()), ["**"]),
  /** Texts that it must report, and texts that it must not: it is held to both whenever it is loaded. */
  bad: v.pipe(v.array(v.string()), v.minLength(1, "needs a text that must be reported")),
  good: v.pipe(v.array(v.string()), v.minLength(1, "needs a text that must not be reported")),
};

/** A kind whose entries have a type of their own; the schema gives `make` what it takes. */
export function kind<Entry extends CustomEntry>(
  schema: v.GenericSchema<unknown, Entry>,
  make: (entry: Entry) => Promise<FileRule>,
): CustomKind {
  return { schema, make: async (entry) => make(v.parse(schema, entry)) };
}

/** The files an entry is about; never the configuration, where its own examples stand. */
export async function pathsOf(paths: readonly string[]): Promise<PathMatcher> {
  const matches = await globs(paths);
  const own = new Set<string>(configFiles);
  return (path) => !own.has(path) && matches(path);
}

/** What a rule reports of the incident behind it. */
export const incidentsOf = (entry: { readonly incident?: string | undefined }): readonly string[] =>
  entry.incident === undefined ? [] : [entry.incident];

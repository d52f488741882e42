import { sectionsOf, type Outline } from "./outline.ts";

/** An entry of somebody's failure log. */
export interface LogEntry {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** Offset of its heading. */
  readonly at: number;
  readonly text: string;
}

/** Where a log's entries are, as the configuration says. */
export interface LogSource {
  readonly source: string;
  /** A regular expression for the id at the beginning of an entry's heading. */
  readonly id: string;
}

/** The entries of a log: every heading, of any depth, that begins with an id, and what stands below it. */
export function readLog({ source, id }: LogSource, text: string, outline: Outline): readonly LogEntry[] {
  const begins = new RegExp(`^(?:${id})(?![\\w-])`, "u");
  return [1, 2, 3, 4, 5, 6].flatMap((depth) =>
    sectionsOf(text, outline, depth).flatMap((section) => {
      const found = begins.exec(section.title)?.[0];
      if (found === undefined) return [];
      const title = section.title.slice(found.length).replace(/^[\s:.–—-]{1,10}/u, "");
      return [{ id: found, title, path: source, at: section.at[0], text: section.text }];
    }),
  );
}

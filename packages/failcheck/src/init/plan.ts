import type { Piece, WantedFile } from "./piece.ts";
import { withFiles, type Project } from "./project.ts";

/** A file that is to be written, beside what stands there now. */
export interface Step extends WantedFile {
  /** The piece that wants it; the last one, where several add to the same file. */
  readonly piece: string;
  readonly before: string | undefined;
}

/**
 * What the pieces would write, a step a file, without what is there already as they want it. Later pieces see the files of earlier
 * ones; not those that take the place of a file which is to be kept.
 */
export function planOf(pieces: readonly Piece[], project: Project, force: boolean): readonly Step[] {
  const steps = new Map<string, Step>();
  let seen = project;
  for (const piece of pieces) {
    const files = piece.files(seen);
    for (const file of files) steps.set(file.path, { ...file, piece: piece.name, before: project.read(file.path) });
    seen = withFiles(
      seen,
      files.filter(({ path, whole }) => force || !whole || project.read(path) === undefined),
    );
  }
  return [...steps.values()].filter(({ before, text }) => before !== text);
}

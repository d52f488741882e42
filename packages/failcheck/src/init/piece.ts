import type { Project } from "./project.ts";

/** A file as a piece wants it to be. */
export interface WantedFile {
  readonly path: string;
  readonly text: string;
  /** It is made anew, and holds nothing of a file that stands there already. */
  readonly whole?: true;
  readonly executable?: true;
  /** It holds all that stood there, and one thing more: it may be written over a file that is there. */
  readonly adds?: true;
}

/** One thing that `failcheck init` can set up: from what the project is like to the files it needs. Reads and writes nothing by itself. */
export interface Piece {
  /** The word that names it on the command line. */
  readonly name: string;
  readonly about: string;
  /** Whether a project that names no pieces gets it. */
  suits(project: Project): boolean;
  /** The files it wants; what the project holds already is kept in them wherever their format allows it. */
  files(project: Project): readonly WantedFile[];
  /** What is left for a person to do, a command or a sentence each. */
  next?(project: Project): readonly string[];
  /** The folder of tracked hooks that git is to look into, where it looks into its own now. */
  readonly hooksFolder?: string;
}

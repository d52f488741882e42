import { CannotCheck, type Edit, type PathMatcher, type Range, type Repository } from "@failcheck/core";
import type { FileNames } from "../file-names.ts";
import type { RegistryOptions } from "./options.ts";

/** One line of a registry: a document that it names. */
export interface Entry {
  /** The file it stands in. */
  readonly path: string;
  readonly at: Range;
  /** As it is written. */
  readonly written: string;
  /** The paths that it may mean; any of them will do. */
  readonly targets: readonly string[];
  /** Names all paths that match. */
  readonly matches?: PathMatcher;
  /** Whether it is a failure that nothing of that name exists. */
  readonly expected: boolean;
}

/** A document to be written into a registry. */
export interface NewEntry {
  readonly path: string;
  readonly title: string;
}

/** A file that says which documents there are. */
export interface Registry {
  readonly file: string;
  readonly entries: readonly Entry[];
  /** Documents that count as registered though no entry names them: `not_in_nav`, generated folders. */
  readonly exempts?: PathMatcher;
  /** How the registry itself would name the document; undefined where it cannot. */
  register?(entry: NewEntry): Edit | undefined;
}

/** What the reader of one kind of registry gets. */
export interface Reading {
  readonly repository: Repository;
  readonly names: FileNames;
  readonly options: RegistryOptions;
  /** The registry's path, and its text. */
  readonly file: string;
  readonly text: string;
}

/** Ends the run: a registry that cannot be read is not an empty one. */
export function cannotRead(file: string, text: string, offset: number, message: string): never {
  const before = text.slice(0, offset).split(/\r\n?|\n/);
  throw new CannotCheck(`${file}:${before.length}:${(before.at(-1) ?? "").length + 1}: ${message}`);
}

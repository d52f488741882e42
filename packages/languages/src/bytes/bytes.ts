import type { Language, SourceFile } from "@failcheck/core";

/** The file itself, for rules over bytes of any kind: binary files, symlink targets, commit messages. */
export const bytes: Language<SourceFile> = {
  id: "bytes",
  everything: true,
  matches: () => true,
  load: () => Promise.resolve((file) => file),
};

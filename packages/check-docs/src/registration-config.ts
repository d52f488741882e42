import { configFiles, type Range, type Repository } from "@failcheck/core";
import { stringOf, valueOf, yaml, type DataList, type DataNode } from "@failcheck/languages";

/** Where the project's configuration says how documents are registered, so that findings can point at it and fixes write into it. */
export interface RegistrationConfig {
  readonly path: string;
  readonly text: string;
  readonly allow: DataList | undefined;
  /** The place of the registry's `file:`, by its position in `registries`. */
  registryAt(index: number): Range | undefined;
}

/** Finds the rule's options in the repository's configuration, which may be absent or elsewhere. */
export async function registrationConfig(repository: Repository): Promise<RegistrationConfig | undefined> {
  const path = configFiles.find((name) => repository.has(name));
  if (path === undefined) return undefined;
  const tree = await repository.tree(yaml, path);
  const file = await repository.read(path);
  if (tree === undefined || file === undefined) return undefined;
  const options = valueOf(valueOf(tree.documents[0], "rules"), "docs/unregistered-markdown");
  const allow = valueOf(options, "allow");
  const registries = valueOf(options, "registries");
  const short = valueOf(options, "index");
  return {
    path,
    text: file.text,
    allow: allow?.kind === "list" ? allow : undefined,
    registryAt(index) {
      const listed = registries?.kind === "list" ? registries.items : [];
      const named = valueOf(listed[index], "file") ?? (index === listed.length ? short : undefined);
      return stringOf(named) === undefined ? undefined : named?.at;
    },
  };
}

/** The entry's place in the list, and its text as it is written there. */
export function allowAt(allow: DataList | undefined, entry: string): DataNode | undefined {
  return allow?.items.find((item) => stringOf(item) === entry);
}

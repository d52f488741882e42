import { CannotCheck, type Repository } from "@failcheck/core";
import type { FileNames } from "../file-names.ts";
import { folderOf, resolvePath } from "../paths.ts";
import { readAllowlistFile } from "./allowlist-file.ts";
import { readDocusaurus } from "./docusaurus.ts";
import { readJupyterBook } from "./jupyter-book.ts";
import { readLinks } from "./link-registry.ts";
import { readMkdocs } from "./mkdocs.ts";
import type { RegistryOptions } from "./options.ts";
import type { Reading, Registry } from "./registry.ts";
import { readToctree } from "./toctree.ts";
import { readVitepress } from "./vitepress.ts";

const readers: Record<RegistryOptions["kind"], (reading: Reading) => Promise<Registry>> = {
  index: readLinks,
  "allowlist-file": readAllowlistFile,
  mkdocs: readMkdocs,
  mdbook: readLinks,
  docusaurus: readDocusaurus,
  "jupyter-book": readJupyterBook,
  toctree: readToctree,
  llms: readLinks,
  vitepress: readVitepress,
};

/** How many symlinks are followed to a registry's content. */
const maxLinks = 20;

/** Reads a registry; undefined where there is no such file. */
export async function readRegistry(
  repository: Repository,
  names: FileNames,
  options: RegistryOptions,
): Promise<Registry | undefined> {
  const found = await follow(repository, resolvePath("", options.file) ?? options.file);
  if (found === undefined) return undefined;
  return readers[options.kind]({ repository, names, options, file: found.path, text: found.text });
}

async function follow(
  repository: Repository,
  path: string,
): Promise<{ readonly path: string; readonly text: string } | undefined> {
  let at = path;
  for (let step = 0; step < maxLinks; step++) {
    const file = await repository.read(at);
    if (file === undefined) {
      if (repository.has(at)) throw new CannotCheck(`${at}:1:1: the registry is binary or too large to be read`);
      return undefined;
    }
    if (file.kind !== "symlink") return { path: at, text: file.text };
    const target = resolvePath(folderOf(at), file.text.trim());
    if (target === undefined) throw new CannotCheck(`${at}:1:1: the registry is a symlink that leaves the repository`);
    at = target;
  }
  throw new CannotCheck(`${path}:1:1: the registry is a symlink that leads in a circle`);
}

import { folderOf, nameOf } from "../paths.ts";

/** How the documents of a folder are published. */
export type SiteKind =
  /** GitHub shows them as they are. */
  | "files"
  /** A generator that resolves links between files, so that `a.md` must exist, while `/a` and `a/` are addresses of the site. */
  | "pages"
  /** Sphinx and MyST: like `pages`, and `#name` is a label that may stand anywhere in the project. */
  | "labels"
  /** A generator whose relative links are addresses of the site. */
  | "addresses";

/** The files by which a generator is known. */
const generators: readonly (readonly [RegExp, SiteKind])[] = [
  [/^mkdocs\.ya?ml$/, "pages"],
  [/^zensical\.toml$/, "pages"],
  [/^docusaurus\.config\.[cm]?[jt]s$/, "pages"],
  [/^(?:book\.toml|SUMMARY\.md)$/, "pages"],
  [/^(?:conf\.py|_toc\.yml|myst\.yml)$/, "labels"],
  [/^(?:_config\.ya?ml|hugo\.(?:toml|ya?ml)|_quarto\.yml|antora\.yml)$/, "addresses"],
  [/^(?:gatsby|astro|next|nuxt|svelte|eleventy|\.eleventy)(?:\.config)?\.[cm]?[jt]s$/, "addresses"],
  [/^gatsby-config\.[cm]?[jt]s$/, "addresses"],
];

/** A folder of documentation tools whose parent is the site: VitePress and VuePress. */
const siteFolder = /(?:^|\/)\.(?:vitepress|vuepress)$/;

/** Says how a document is published. */
export function siteKinds(paths: readonly string[]): (path: string) => SiteKind {
  const roots = new Map<string, SiteKind>();
  for (const path of paths) {
    const folder = folderOf(path);
    const kind = generators.find(([name]) => name.test(nameOf(path)))?.[1];
    if (kind !== undefined && roots.get(folder) !== "addresses") roots.set(folder, kind);
    if (siteFolder.test(folder)) roots.set(folderOf(folder), "pages");
  }
  return (path) => {
    if (roots.size === 0 || (!path.includes("/") && roots.get("") !== "addresses")) return "files";
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const kind = roots.get(folder);
      if (kind !== undefined) return kind;
      if (folder === "") return "files";
    }
  };
}

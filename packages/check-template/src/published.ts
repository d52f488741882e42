import type { HtmlPage } from "@failcheck/languages";
import { matchesGlob } from "./match-glob.ts";

/** Endings of files that something else turns into pages. */
const templateEnding =
  /\.(?:j2|jinja2?|njk|twig|liquid|hbs|handlebars|mustache|ejs|erb|gohtml|tmpl|tpl|vue|svelte|astro|php|phtml|jsp|cshtml|component\.html)$/i;
const outputFolder = /(?:^|\/)(?:dist|build|public|site|_site|out|_build|htdocs|www)\//i;
const sourceFolder =
  /(?:^|\/)(?:templates?|views?|layouts?|_layouts|_includes|includes|partials?|components?|src|tests?|__tests__|fixtures?)\//i;

/** A page that is called a template, as the one that a documentation is made from: `template.html`, `page.template.html`. */
const templateName = /(?:^|[/._-])template\.html?$/i;

/** Whether readers get the page as it stands, or something renders it first. What the configuration says comes first. */
export function isPublished(
  page: HtmlPage,
  path: string,
  globs: { output: readonly string[]; source: readonly string[] },
): boolean {
  if (globs.source.some((glob) => matchesGlob(path, glob))) return false;
  if (globs.output.some((glob) => matchesGlob(path, glob))) return true;
  if (page.dialect !== "html" || isDeclaredSource(page.source)) return false;
  if (templateEnding.test(path)) return false;
  if (outputFolder.test(path) && isPartOfOutput(page, path))
    return !/(?:^|\/)public\/index\.html$/i.test(path) || !page.source.includes("%PUBLIC_URL%");
  if (sourceFolder.test(path) || templateName.test(path)) return false;
  return /<html[\s>]/i.test(page.source) && !hasBlocks(page) && !/<script\b[^>]{0,300}\bsrc=["']?\/src\//i.test(page.source);
}

/** What is built may hold a folder of templates: there, blocks of an engine tell that they are some. */
const isPartOfOutput = (page: HtmlPage, path: string): boolean =>
  !/\/(?:templates?|views?|layouts?|_layouts|_includes|partials?)\//i.test(path.slice(path.search(outputFolder))) ||
  !hasBlocks(page);

/** The file itself says that it is a template: front matter, `{% extends`, `{{ define`, `@extends`. */
function isDeclaredSource(text: string): boolean {
  const start = text.slice(0, 400).trimStart();
  return (
    /^---\s*\n/.test(start) ||
    /^\{%-?\s*(?:extends|layout)\b|^\{\{-?\s*define\b|^@extends\b/.test(start) ||
    /\{%-?\s*extends\b/.test(text)
  );
}

const hasBlocks = (page: HtmlPage): boolean => page.templateTags.some(({ role }) => role === "close");

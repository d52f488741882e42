import type { HtmlDialect } from "./html.ts";

const byEnding: readonly (readonly [endings: RegExp, dialect: HtmlDialect])[] = [
  [/\.component\.html$/i, "angular"],
  [/\.vue$/i, "vue"],
  [/\.(?:svelte|astro)$/i, "svelte"],
  [
    /\.(?:html?|xhtml|shtml|htm[45]|j2|jinja2?|njk|twig|liquid|hbs|handlebars|mustache|ejs|erb|gohtml|tmpl|php|phtml|tpl|jsp|cshtml)$/i,
    "html",
  ],
];

/** How the markup of a file of this name is read; undefined where the name promises no markup. */
export function htmlDialect(path: string): HtmlDialect | undefined {
  return byEnding.find(([endings]) => endings.test(path))?.[1];
}

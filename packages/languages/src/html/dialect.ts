/** How a file's markup is read: which names are elements, and whether `<div/>` closes itself. */
export type HtmlDialect = "html" | "vue" | "svelte" | "angular" | "jsx";

const byEnding: readonly (readonly [endings: RegExp, dialect: HtmlDialect])[] = [
  [/\.component\.html$/i, "angular"],
  [/\.vue$/i, "vue"],
  [/\.(?:svelte|astro)$/i, "svelte"],
  [
    /\.(?:html?|xhtml|shtml|htm[45]|j2|jinja2?|njk|twig|liquid|hbs|handlebars|mustache|ejs|erb|gohtml|tmpl|php|phtml|tpl|jsp|cshtml)$/i,
    "html",
  ],
];

/** Matches `app.tsx.ejs`, `nginx.conf.j2` and `mail.txt.erb`, templates of what is no markup; not `main.c.html`. */
const otherLanguage =
  /\.(?:[cm]?[jt]sx?|s?css|sass|less|json5?|ya?ml|toml|ini|conf|cfg|env|md|mdx|rst|txt|text|sql|sh|bash|ps1|py|rb|go|java|kt|cs|rs|c|h|cpp|gradle|xml|csv|tex|svg|graphql|proto|properties|service)\.(?:j2|jinja2?|njk|twig|liquid|hbs|handlebars|mustache|ejs|erb|tmpl|tpl)$/i;

/** How the markup of a file of this name is read; undefined where the name promises no markup. */
export function htmlDialect(path: string): HtmlDialect | undefined {
  if (otherLanguage.test(path)) return undefined;
  return byEnding.find(([endings]) => endings.test(path))?.[1];
}

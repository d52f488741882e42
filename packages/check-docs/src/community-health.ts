import { nameOf } from "./paths.ts";

/** The documents that GitHub shows by their names. */
const shown = new Set([
  "readme",
  "contributing",
  "code_of_conduct",
  "security",
  "support",
  "governance",
  "changelog",
  "license",
  "maintainers",
]);

/** A README in another language: matches `README.zh-CN` and `readme_de`, and captures the language. */
const translatedReadme = /^readme[._-]([a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2})$/i;

/** Whether the document has one of the names that GitHub shows, in any case. */
export function isCommunityHealth(path: string): boolean {
  const name = nameOf(path).replace(/\.[^.]*$/, "");
  if (shown.has(name.toLowerCase().replaceAll("-", "_"))) return true;
  const language = translatedReadme.exec(name)?.[1];
  return language !== undefined && isLanguage(language.replaceAll("_", "-"));
}

function isLanguage(tag: string): boolean {
  const [language = ""] = tag.toLowerCase().split("-");
  const known = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(language);
  return known !== undefined && Intl.getCanonicalLocales(language)[0] === language;
}

/** The files that agents look for at the root. */
export const agentFiles = ["AGENTS.md", "CLAUDE.md", "GEMINI.md"];

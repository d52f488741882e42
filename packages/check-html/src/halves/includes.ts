import type { Repository } from "@failcheck/core";
import { html } from "@failcheck/languages";

/** A part that a template takes in, as it names it. */
export interface Include {
  readonly name: string;
  /** Where the mention stands in the text that was searched. */
  readonly at: number;
}

/** Matches `include('./top')`, `{% include "top.html" %}`, `require_once __DIR__ . '/top.php'`, `partial "top" .`; not `included`. */
const quoted =
  /\b(?:include|require|render|partial|template|embed|section|extends|get_template_part|locate_template)(?:_once)?\b[^\n"'<>]{0,80}["']([\w@./:-]{1,120})["']/g;
/** Matches `{{> top}}`, `{{#> top}}` and `{% include top.html %}`; not `{{ a > b }}`. */
const bare = /(?:\{\{~?#?>|\{%-?\s{0,9}(?:include|render)\b)\s{0,9}([\w./-]{1,120})/g;
/** Matches WordPress's `get_header()`; not `get_the_title()`. */
const called = /\bget_(header|footer|sidebar)\s{0,9}\(/g;

/** The parts that a text takes in, in its order. */
export function includesIn(text: string): Include[] {
  return [quoted, bare, called]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => ({ name: match[1] ?? "", at: match.index }))
    .sort((a, b) => a.at - b.at);
}

/** The last name of a path, without its endings and without the `_` that marks a part: `top` of `views/_top.html.erb`. */
const stemOf = (path: string): string =>
  path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/^_/, "")
    .replace(/\..*$/, "");

/** The templates that mention a part of this name. */
export async function includers(repository: Repository, path: string): Promise<string[]> {
  const stem = stemOf(path);
  const found: string[] = [];
  for (const other of repository.paths) {
    if (other === path || !html.matches(other)) continue;
    const stems = await repository.facts("html/includes@1", other, (file) => [
      ...new Set(includesIn(file.text).map(({ name }) => stemOf(name))),
    ]);
    if (stems?.includes(stem) === true) found.push(other);
  }
  return found;
}

/** The file that a name in another file means: of those whose path ends in it the one that is nearest. */
export function resolved(repository: Repository, from: string, name: string): string | undefined {
  const wanted = directoryOf(name.replace(/^(?:[\w-]{0,40}:)?(?:\.{0,2}\/)+/, ""));
  const stem = stemOf(name);
  let best: string | undefined;
  for (const path of repository.paths) {
    if (path === from || stemOf(path) !== stem || !html.matches(path) || !`/${directoryOf(path)}`.endsWith(wanted)) continue;
    if (best === undefined || shared(path, from) > shared(best, from)) best = path;
  }
  return best;
}

const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** How many characters two paths begin with alike. */
function shared(path: string, other: string): number {
  let length = 0;
  while (length < path.length && path[length] === other[length]) length++;
  return length;
}

import { meaningOf } from "../value/name.ts";
import { isLongKey, isSecret, isStrongPassword } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

const mostLines = 5000;
const mostHeading = 800;

/** The secrets of a table whose heading says which column holds them: `user,password`. */
export function tableSecrets(path: string, text: () => string): Candidate[] {
  if (/\.(?:md|markdown|mdx|mkd)$/i.test(path)) return markdownSecrets(text());
  const separator = /\.csv$/i.test(path) ? "," : /\.tsv$/i.test(path) ? "\t" : undefined;
  if (separator === undefined) return [];
  const whole = text();
  const lines = whole.slice(0, 1024 * 1024).split("\n", mostLines);
  const names = cells(lines[0] ?? "", separator);
  const found: Candidate[] = [];
  let at = (lines[0]?.length ?? 0) + 1;
  for (const line of lines.slice(1)) {
    for (const [index, cell] of cells(line, separator).entries()) {
      const name = names[index]?.text ?? "";
      const meaning = meaningOf(name);
      if (meaning === undefined || !isSecret(cell.text, meaning, true)) continue;
      found.push(candidate(name, cell.text, at + cell.at));
    }
    at += line.length + 1;
  }
  return found;
}

/** A heading that speaks of a secret: `| Host | Password |`; not `| Host | User |`. */
const heading = /\b(?:pass|pw|kennwort|token|secret|key|senha|contrase)/i;

/** The line under a heading: `|---|:-:|`; not `---`, which has no bar. */
const rule = /^[ \t]{0,3}\|?[ \t]{0,3}:?-{2}[-:| \t]{0,800}\r?$/;

function markdownSecrets(text: string): Candidate[] {
  const found: Candidate[] = [];
  let names: ReturnType<typeof cells> = [];
  let before = "";
  let at = 0;
  for (const line of text.slice(0, 1024 * 1024).split("\n")) {
    const hasBar = line.includes("|");
    if (before !== "" && rule.test(line)) names = cells(before, "|");
    else if (!hasBar) names = [];
    else if (names.length > 0) {
      for (const [index, cell] of cells(line, "|").entries()) {
        const one = inCell(names[index]?.text.replace(/[*`_]/g, "") ?? "", cell.text, at + cell.at);
        if (one) found.push(one);
      }
    }
    before = hasBar && line.length <= mostHeading && heading.test(line) ? line : "";
    at += line.length + 1;
  }
  return found;
}

/** The secret of a cell, without the marks round it. */
function inCell(name: string, cell: string, at: number): Candidate | undefined {
  const lead = /^[*`_"']{0,3}/.exec(cell)?.[0].length ?? 0;
  const value = cell.slice(lead).replace(/[`"']{1,3}$|\*\*$/, "");
  const meaning = meaningOf(name);
  const isFound = meaning === "password" ? isStrongPassword(value) : meaning === "key" && isLongKey(value);
  return isFound ? candidate(name, value, at + lead) : undefined;
}

function candidate(name: string, value: string, start: number): Candidate {
  return {
    defect: "assigned-credential",
    kind: meaningOf(name) === "password" ? "password" : "secret-key",
    title: `value in the column ${JSON.stringify(name)}`,
    start,
    end: start + value.length,
    shown: shownOf(value),
    why: "the heading of the column says what it is",
    sureness: 40,
  };
}

/** The cells of a line, without the quotes round them; quotes within are no matter of a secret's. */
function cells(line: string, separator: string): { readonly text: string; readonly at: number }[] {
  let at = 0;
  return line.split(separator).map((cell) => {
    const start = at + (/^\s{0,20}"?/.exec(cell)?.[0].length ?? 0);
    at += cell.length + 1;
    return { text: cell.trim().replace(/^"|"$/g, ""), at: start };
  });
}

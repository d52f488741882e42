import { meaningOf } from "../value/name.ts";
import { isLongKey, isSecret, isStrongPassword } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

const mostLines = 5000;

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

/** A heading with the line under it: `| Host | Password |`, then `|---|---|`. */
const heading =
  /^[ \t]{0,3}\|?([^\n]{0,400}\b(?:pass|pw|kennwort|token|secret|key|senha|contrase)[^\n]{0,400})\r?\n[ \t]{0,3}\|?[ \t]{0,3}:?-{2,}[-:| \t]{0,400}\r?$/gim;

function markdownSecrets(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.slice(0, 1024 * 1024).matchAll(heading)) {
    if (!match[0].includes("|")) continue;
    const names = cells(match[0].slice(0, match[0].indexOf("\n")), "|");
    let at = match.index + match[0].length + 1;
    for (const line of text.slice(at, at + 100_000).split("\n", mostLines)) {
      if (!line.includes("|")) break;
      for (const [index, cell] of cells(line, "|").entries()) {
        const one = inCell(names[index]?.text.replace(/[*`_]/g, "") ?? "", cell.text, at + cell.at);
        if (one) found.push(one);
      }
      at += line.length + 1;
    }
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

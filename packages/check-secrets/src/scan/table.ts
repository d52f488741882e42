import { meaningOf } from "../value/name.ts";
import { isLongKey, isSecret, isStrongPassword } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

const mostLines = 5000;
const mostHeading = 800;

/** Files in which a table may be drawn with bars. */
const drawn = /\.(?:md|markdown|mdx|mkd|rst|txt|text|adoc|asciidoc|org|log|out|eml|wiki|jira)$/i;

/** The secrets of a table whose heading says which column holds them: `user,password`. */
export function tableSecrets(path: string, text: () => string): Candidate[] {
  if (/\.rst$/i.test(path)) return [...barredSecrets(text()), ...alignedSecrets(text())];
  if (drawn.test(path)) return barredSecrets(text());
  return /\.[ct]sv$/i.test(path) ? separatedSecrets(text()) : [];
}

function separatedSecrets(text: string): Candidate[] {
  const lines = text.slice(0, 1024 * 1024).split("\n", mostLines);
  const heads = lines[0]?.slice(0, mostHeading) ?? "";
  const separator = separatorOf(heads);
  const names = cells(heads, separator);
  const found: Candidate[] = [];
  if (!names.some(({ text: name }) => meaningOf(name) !== undefined)) return found;
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

/** The sign that stands most often between the names of a heading: Excel writes semicolons where commas are decimal signs. */
function separatorOf(heads: string): string {
  const counted = [",", ";", "\t", "|"].map((sign) => ({ sign, count: heads.split(sign).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.sign ?? ",";
}

/** A heading that speaks of a secret: `| Host | Password |`; not `| Host | User |`. */
const heading = /(?:^|[^a-z])(?:pass|pw|kennwort|token|secret|key|senha|contrase)|[_-](?:pass|token|secret|key)/i;

/** The line under a heading: `|---|:-:|`, `+====+====+`, `----+----`; not `---`, which has no bar. */
const rule = /^[ \t]{0,3}[|+]?[ \t]{0,3}:?[-=]{2}[-=:|+ \t]{0,800}\r?$/;

/** The tables of Markdown, reStructuredText, Org, AsciiDoc and wikis, and those that databases print. */
function barredSecrets(text: string): Candidate[] {
  const found: Candidate[] = [];
  let names: ReturnType<typeof cells> = [];
  let before = "";
  let at = 0;
  for (const line of text.slice(0, 1024 * 1024).split("\n")) {
    const hasBar = line.includes("|");
    if (line.startsWith("||") || (before === "|===" && hasBar))
      names = heading.test(line) ? cells(line.replace(/\|\|/g, "|"), "|") : [];
    else if (rule.test(line) || line.trim() === "|===")
      names = before.includes("|") && before !== "|===" ? cells(before, "|") : names;
    else if (!hasBar && line.trim() !== "") names = [];
    else if (names.length > 0) {
      for (const [index, cell] of cells(line, "|").entries()) {
        const one = inCell(names[index]?.text.replace(/[*`]/g, "") ?? "", cell.text, at + cell.at);
        if (one) found.push(one);
      }
    }
    const isHeading = hasBar && line.length <= mostHeading && heading.test(line) && names.length === 0;
    before = line.trim() === "|===" ? "|===" : isHeading ? line : "";
    at += line.length + 1;
  }
  return found;
}

/** A row of reStructuredText that says where its columns begin: `=====  ======`. */
const columns = /^[ \t]{0,20}={3,60}(?:[ \t]{1,4}={3,80}){1,8}\r?$/;

/** The simple tables of reStructuredText, whose columns stand under one another. */
function alignedSecrets(text: string): Candidate[] {
  const found: Candidate[] = [];
  const lines = text.slice(0, 1024 * 1024).split("\n");
  let starts: number[] = [];
  let names: string[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    if (columns.test(line)) {
      const isHead = starts.length === 0 && columns.test(lines[index + 2] ?? "");
      starts = isHead || names.length > 0 ? [...line.matchAll(/=+/g)].map((run) => run.index) : [];
      if (isHead) names = starts.map((start, column) => (lines[index + 1] ?? "").slice(start, starts[column + 1]).trim());
      else if (index > 0 && !columns.test(lines[index - 2] ?? "")) [starts, names] = [[], []];
    } else if (names.length > 0) {
      for (const [column, start] of starts.entries()) {
        const cell = line.slice(start, starts[column + 1]);
        const one = inCell(names[column] ?? "", cell.trim(), at + start + cell.search(/\S|$/));
        if (one) found.push(one);
      }
    }
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
    title: `value in the column ${JSON.stringify(Buffer.from(name, "latin1").toString("utf8"))}`,
    start,
    end: start + value.length,
    shown: shownOf(value),
    why: "the heading of the column says what it is",
    sureness: 40,
  };
}

/** A cell up to its separator, which a cell in quotes may hold: `"a,b"`, `a`. */
const cellOf: Readonly<Record<string, RegExp>> = {
  ",": /(?:^|,)(\s{0,20}"(?:[^"]|""){0,400}"\s{0,4}(?=,|$)|[^,]*)/g,
  ";": /(?:^|;)(\s{0,20}"(?:[^"]|""){0,400}"\s{0,4}(?=;|$)|[^;]*)/g,
  "\t": /(?:^|\t)( {0,20}"(?:[^"]|""){0,400}"\s{0,4}(?=\t|$)|[^\t]*)/g,
};

/** The cells of a line, without the quotes round them. */
function cells(line: string, separator: string): { readonly text: string; readonly at: number }[] {
  let at = 0;
  const pattern = cellOf[separator];
  const parts = pattern === undefined ? line.split(separator) : Array.from(line.matchAll(pattern), ([, cell = ""]) => cell);
  return parts.map((cell) => {
    const start = at + (/^\s{0,60}"?/.exec(cell)?.[0].length ?? 0);
    at += cell.length + 1;
    return {
      text: cell
        .replace(/^\xef\xbb\xbf/, "")
        .trim()
        .replace(/^"|"$/g, ""),
      at: start,
    };
  });
}

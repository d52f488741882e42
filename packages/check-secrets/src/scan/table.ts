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
  if (/\.rst$/i.test(path)) return [...barredSecrets(text()), ...alignedSecrets(text()), ...listTableSecrets(text())];
  if (/\.x?html?$/i.test(path)) return htmlSecrets(text());
  if (/\.json$/i.test(path)) return jsonSecrets(text());
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

/** A cell of a list table: `   * - name` begins a row, `     - name` goes on in it. */
const listCell = /^[ \t]{0,20}(\* | {2})- {1,8}(.{0,400}?)[ \t\r]*$/;

/** The list tables of reStructuredText, of which the first row is the heading. */
function listTableSecrets(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!text.includes("list-table::")) return found;
  let names: string[] = [];
  let row = -1;
  let column = 0;
  let at = 0;
  for (const line of text.slice(0, 1024 * 1024).split("\n")) {
    const [, lead = "", value = ""] = listCell.exec(line) ?? [];
    if (line.includes("list-table::")) [names, row] = [[], -1];
    if (lead !== "") {
      column = lead === "* " ? 0 : column + 1;
      if (column === 0) row += 1;
      if (row === 0) names = [...names, value];
      const one = row > 0 ? inCell(names[column] ?? "", value, at + line.indexOf(value, line.indexOf("- ") + 2)) : undefined;
      if (one) found.push(one);
    }
    at += line.length + 1;
  }
  return found;
}

const htmlRow = /<(tr|table)(?=[\s>])/gi;
const htmlCell = /<(t[hd])(?:\s[^<>]{0,200})?>\s{0,40}(?:<(?:code|kbd|b)>)?([^<>]{0,300})/gi;
const mostInRow = 4000;

/** The tables of pages whose first row has heads: `<tr><th>User<th>Password<tr>`. */
function htmlSecrets(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!/<th[\s>]/i.test(text)) return found;
  let names: readonly string[] = [];
  const rows = [...text.slice(0, 1024 * 1024).matchAll(htmlRow)];
  for (const [index, row] of rows.entries()) {
    if (row[1]?.toLowerCase() === "table") names = [];
    const body = text.slice(row.index, Math.min(rows[index + 1]?.index ?? text.length, row.index + mostInRow));
    const isHead = /<th[\s>]/i.test(body);
    if (!isHead && names.length === 0) continue;
    const inRow = [...body.matchAll(htmlCell)];
    if (isHead && inRow.every(([, kind = ""]) => /th/i.test(kind))) {
      const heads = inRow.map(([, , name = ""]) => name.trim());
      names = heads.some((name) => meaningOf(name) !== undefined) ? heads : [];
      continue;
    }
    for (const [column, cell] of inRow.entries()) {
      const value = cell[2] ?? "";
      const one = inCell(names[column] ?? "", value.trim(), row.index + cell.index + cell[0].length - value.length);
      if (one) found.push(one);
    }
  }
  return found;
}

/** The heads of a table in JSON, and where its rows begin: `"columns": ["user", "password"], "rows": [`. */
const jsonHeads =
  /"(?:columns|fields|headers?)"\s{0,8}:\s{0,8}\[([^[\]]{5,2000})\]\s{0,8},\s{0,40}"(?:rows|values|data|records)"\s{0,8}:\s{0,8}\[/gi;
const jsonCell = /"((?:[^"\\\n]|\\.){0,400})"|[^\s",[\]]{1,60}/g;

function jsonSecrets(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const head of text.matchAll(jsonHeads)) {
    const names = [...(head[1] ?? "").matchAll(jsonCell)].map(([, name = ""]) => name);
    if (!names.some((name) => meaningOf(name) !== undefined)) continue;
    const from = head.index + head[0].length;
    for (const row of text.slice(from, from + 256 * 1024).matchAll(/[^[\]]{0,40}\[([^[\]]{1,2000})\]|\]/g)) {
      if (row[0] === "]") break;
      for (const [column, cell] of [...(row[1] ?? "").matchAll(jsonCell)].entries()) {
        const at = from + row.index + row[0].indexOf("[") + 1 + cell.index + 1;
        const one = inCell(names[column] ?? "", cell[1] ?? "", at);
        if (one) found.push(one);
      }
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

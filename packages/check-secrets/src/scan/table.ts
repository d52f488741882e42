import { meaningOf } from "../value/name.ts";
import { isSecret } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

const mostLines = 5000;

/** The secrets of a table whose heading says which column holds them: `user,password`. */
export function tableSecrets(path: string, text: () => string): Candidate[] {
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
      found.push({
        defect: "assigned-credential",
        kind: meaning === "password" ? "password" : "secret-key",
        title: `value in the column ${JSON.stringify(name)}`,
        start: at + cell.at,
        end: at + cell.at + cell.text.length,
        shown: shownOf(cell.text),
        why: "the heading of the column says what it is",
        sureness: 40,
      });
    }
    at += line.length + 1;
  }
  return found;
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
